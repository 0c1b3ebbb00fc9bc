package io.patchbay.wire;

import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/**
 * Health and metrics, open also while the doors are closed. Live means that the process is there: 200 as long as it answers. Ready means
 * that it can take commands now: 200 {@code {"status":"UP"}} or 503 {@code {"status":"DOWN"}}, by the checks of {@link Health} and
 * Camel, with the names of the checks and never with their messages. Details and warnings change no status. Metrics are Prometheus text.
 */
public final class OpsEndpoints {

    private static final int BEFORE_READY = -1_000_002;
    private static final int THREADS = 2;
    private static final int WRONG_METHOD = 405;
    private static final Health.Check PROCESS = new Health.Check("process", true);

    private final CamelContext camel;
    private final Metrics metrics;
    private final Health health;

    public OpsEndpoints(CamelContext camel, Metrics metrics, Health health) {
        this.camel = camel;
        this.metrics = metrics;
        this.health = health;
    }

    /** Serves {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /metrics} below the prefix. */
    public void serve(HttpServerPort port, String prefix) {
        WorkerExecutor workers = port.workers("operations", THREADS);
        get(port, workers, prefix + "/health", this::ready);
        get(port, workers, prefix + "/health/live", this::live);
        get(port, workers, prefix + "/health/ready", this::ready);
        get(port, workers, prefix + "/metrics", this::metrics);
    }

    /** Checks and scrapes may block. On separate workers they answer even if every route waits. */
    private static void get(HttpServerPort port, WorkerExecutor workers, String path, Supplier<HttpResponse> answer) {
        port.paths().add(new ServedPaths.Served(path, false, Set.of("GET")));
        port.router().get(path).method(HttpMethod.HEAD).order(BEFORE_READY).handler(ctx -> workers.executeBlocking(answer::get, false)
            .onSuccess(done -> HttpExchanges.write(ctx, done)).onFailure(ctx::fail));
        port.router().route(path).order(BEFORE_READY).handler(ctx -> ctx.fail(WRONG_METHOD));
    }

    private HttpResponse ready() {
        List<Health.Check> checks = new ArrayList<>(health.readiness());
        HealthCheckHelper.invokeReadiness(camel).stream().filter(result -> !isOfKafka(result)).forEach(result ->
            checks.add(new Health.Check(result.getCheck().getId(), result.getState() != HealthCheck.State.DOWN)));
        return report(checks, health.details());
    }

    /** A cluster goes on while the broker is away, so {@link Health} decides what a broker that is away means. */
    private static boolean isOfKafka(HealthCheck.Result result) {
        return String.valueOf(result.getDetails().get(HealthCheck.ENDPOINT_URI)).startsWith("kafka:");
    }

    /** Live does not mean ready. A gateway that still reads its topics, or waits for others, must not be restarted. */
    private HttpResponse live() {
        return report(List.of(PROCESS), Map.of());
    }

    private HttpResponse metrics() {
        return new HttpResponse(200, Metrics.CONTENT_TYPE, metrics.text(), Map.of());
    }

    private HttpResponse report(List<Health.Check> checks, Map<String, Object> details) {
        boolean up = checks.stream().allMatch(Health.Check::up);
        JsonArray list = new JsonArray();
        checks.forEach(check -> list.add(new JsonObject().put("name", check.name()).put("status", word(check.up()))));
        JsonObject report = new JsonObject().put("status", word(up)).put("checks", list);
        if (!details.isEmpty()) {
            report.put("details", new JsonObject(details));
        }
        if (!health.warnings().isEmpty()) {
            report.put("warnings", new JsonArray(health.warnings()));
        }
        return HttpResponse.json(up ? 200 : 503, report.encode());
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
