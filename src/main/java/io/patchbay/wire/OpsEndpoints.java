package io.patchbay.wire;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.prometheus.MicrometerPrometheus;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.CamelContextHelper;

/**
 * {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /metrics} on the HTTP port, open also while the doors are shut.
 * Health is Camel's checks and {@code ready}: 200 {@code {"status":"UP"}} or 503 {@code {"status":"DOWN"}}, with the names of the checks
 * and never a check's message. Metrics are the Camel context's Micrometer registry in Prometheus text.
 */
public final class OpsEndpoints {

    private static final int BEFORE_THE_GATE = -2;
    private static final int THREADS = 2;

    private final CamelContext camel;
    private final BooleanSupplier ready;

    private OpsEndpoints(CamelContext camel, BooleanSupplier ready) {
        this.camel = camel;
        this.ready = ready;
    }

    /** Before the context starts: route metrics are counted from the first exchange on. */
    public static void serve(HttpServerPort port, CamelContext camel, BooleanSupplier ready) throws Exception {
        MicrometerPrometheus metrics = new MicrometerPrometheus();
        metrics.setCamelContext(camel);
        metrics.setEnableRoutePolicy(true);
        metrics.setEnableMessageHistory(false);
        metrics.setBinders("jvm-memory,jvm-gc,jvm-thread,processor,uptime");
        camel.addService(metrics);
        OpsEndpoints ops = new OpsEndpoints(camel, ready);
        WorkerExecutor workers = port.workers("operations", THREADS);
        get(port, workers, "/health", ops::health);
        get(port, workers, "/health/live", ops::live);
        get(port, workers, "/health/ready", ops::health);
        get(port, workers, "/metrics", ops::metrics);
    }

    /** Checks and scrapes may block; on workers of their own they answer also when every route is waiting. */
    private static void get(HttpServerPort port, WorkerExecutor workers, String path, Supplier<HttpResponse> answer) {
        port.paths().add(new ServedPaths.Served(path, false, Set.of("GET")));
        port.router().get(path).method(HttpMethod.HEAD).order(BEFORE_THE_GATE).handler(ctx -> workers.executeBlocking(answer::get, false)
            .onSuccess(done -> HttpExchanges.write(ctx, done)).onFailure(ctx::fail));
    }

    private HttpResponse health() {
        return report(HealthCheckHelper.invokeReadiness(camel), ready.getAsBoolean());
    }

    /** Alive does not mean ready: a gateway that is still replaying must not be restarted for it. */
    private HttpResponse live() {
        return report(HealthCheckHelper.invokeLiveness(camel), true);
    }

    private HttpResponse metrics() {
        return new HttpResponse(200, "text/plain; version=0.0.4; charset=utf-8", registry(camel).scrape(), Map.of());
    }

    /** Where others put what {@code /metrics} should tell too. Only after the context has started. */
    public static PrometheusMeterRegistry registry(CamelContext camel) {
        return CamelContextHelper.findSingleByType(camel, PrometheusMeterRegistry.class);
    }

    private static HttpResponse report(Collection<HealthCheck.Result> results, boolean ready) {
        JsonArray checks = new JsonArray().add(new JsonObject().put("name", "gateway").put("status", word(ready)));
        boolean up = ready;
        for (HealthCheck.Result result : results) {
            boolean fine = result.getState() != HealthCheck.State.DOWN;
            up &= fine;
            checks.add(new JsonObject().put("name", result.getCheck().getId()).put("status", word(fine)));
        }
        return HttpResponse.json(up ? 200 : 503, new JsonObject().put("status", word(up)).put("checks", checks).encode());
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
