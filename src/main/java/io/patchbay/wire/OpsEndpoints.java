package io.patchbay.wire;

import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/**
 * {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /metrics} on the HTTP port, open also while the doors are
 * closed. Health consists of the checks of Camel and of {@code ready}: 200 {@code {"status":"UP"}} or 503 {@code {"status":"DOWN"}},
 * with the names of the checks and never with their messages. Warnings change no status. Metrics are Prometheus text.
 */
public final class OpsEndpoints {

    private static final int BEFORE_READY = -1_000_002;
    private static final int THREADS = 2;

    private final CamelContext camel;
    private final Metrics metrics;
    private final BooleanSupplier ready;
    private final List<String> warnings;

    private OpsEndpoints(CamelContext camel, Metrics metrics, BooleanSupplier ready, List<String> warnings) {
        this.camel = camel;
        this.metrics = metrics;
        this.ready = ready;
        this.warnings = List.copyOf(warnings);
    }

    /** @param warnings sentences about the configuration that an operator should act on, told by each reply of health */
    public static void serve(HttpServerPort port, CamelContext camel, Metrics metrics, BooleanSupplier ready, List<String> warnings) {
        OpsEndpoints ops = new OpsEndpoints(camel, metrics, ready, warnings);
        WorkerExecutor workers = port.workers("operations", THREADS);
        get(port, workers, "/health", ops::health);
        get(port, workers, "/health/live", ops::live);
        get(port, workers, "/health/ready", ops::health);
        get(port, workers, "/metrics", ops::metrics);
    }

    /** Checks and scrapes may block. On separate workers they answer even if every route waits. */
    private static void get(HttpServerPort port, WorkerExecutor workers, String path, Supplier<HttpResponse> answer) {
        port.paths().add(new ServedPaths.Served(path, false, Set.of("GET")));
        port.router().get(path).method(HttpMethod.HEAD).order(BEFORE_READY).handler(ctx -> workers.executeBlocking(answer::get, false)
            .onSuccess(done -> HttpExchanges.write(ctx, done)).onFailure(ctx::fail));
    }

    private HttpResponse health() {
        return report(HealthCheckHelper.invokeReadiness(camel), ready.getAsBoolean());
    }

    /** Live does not mean ready. A gateway that still reads its topics must not be restarted. */
    private HttpResponse live() {
        return report(HealthCheckHelper.invokeLiveness(camel), true);
    }

    private HttpResponse metrics() {
        return new HttpResponse(200, Metrics.CONTENT_TYPE, metrics.text(), Map.of());
    }

    private HttpResponse report(Collection<HealthCheck.Result> results, boolean ready) {
        JsonArray checks = new JsonArray().add(new JsonObject().put("name", "gateway").put("status", word(ready)));
        boolean up = ready;
        for (HealthCheck.Result result : results) {
            boolean fine = result.getState() != HealthCheck.State.DOWN;
            up &= fine;
            checks.add(new JsonObject().put("name", result.getCheck().getId()).put("status", word(fine)));
        }
        JsonObject health = new JsonObject().put("status", word(up)).put("checks", checks);
        if (!warnings.isEmpty()) {
            health.put("warnings", new JsonArray(warnings));
        }
        return HttpResponse.json(up ? 200 : 503, health.encode());
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
