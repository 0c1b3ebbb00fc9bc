package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsEndpointsTest {

    private static final String ROUTES = """
        - route:
            id: in-test
            from:
              uri: door-http:/test
              steps:
                - process: {ref: door}
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean brokerUp = new AtomicBoolean(true);
    private final Semaphore entered = new Semaphore(0);
    private CountDownLatch shut = new CountDownLatch(0);
    private WireServer server;

    @BeforeEach void start() throws Exception {
        server = new WireServer(WireServer.tight());
        server.port.doorsOpenWhen(ready::get);
        HealthCheckRegistry.get(server.camel).register(new AbstractHealthCheck("broker") {
            @Override protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
                builder.message("secret detail").state(brokerUp.get() ? State.UP : State.DOWN);
            }
        });
        OpsEndpoints.serve(server.port, server.camel, ready::get);
        Processor door = exchange -> {
            entered.release();
            shut.await();
            exchange.getMessage().setBody(io.patchbay.wire.HttpResponse.text(200, "hello"));
        };
        server.run(ROUTES, Map.of("door", door));
    }

    @AfterEach void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(server.http(path)).build(), BodyHandlers.ofString());
    }

    @Test void health_is_down_until_the_gateway_is_ready_while_it_is_alive() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        ready.set(true);
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).startsWith("{\"status\":\"UP\",\"checks\":[{\"name\":\"gateway\",\"status\":\"UP\"}");
    }

    @Test void a_failed_check_is_named_without_its_details() throws Exception {
        ready.set(true);
        brokerUp.set(false);
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health").body()).contains("{\"name\":\"broker\",\"status\":\"DOWN\"}").doesNotContain("secret");
    }

    @Test void doors_are_shut_until_the_gateway_is_ready() throws Exception {
        assertThat(get("/test").statusCode()).isEqualTo(503);
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        ready.set(true);
        assertThat(get("/test").body()).isEqualTo("hello");
    }

    @Test void health_answers_while_every_route_is_waiting() throws Exception {
        ready.set(true);
        shut = new CountDownLatch(1);
        int all = WireServer.tight().threads();
        var waiting = IntStream.range(0, all)
            .mapToObj(i -> http.sendAsync(HttpRequest.newBuilder(server.http("/test")).build(), BodyHandlers.ofString())).toList();
        assertThat(entered.tryAcquire(all, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(http.sendAsync(HttpRequest.newBuilder(server.http("/health")).build(), BodyHandlers.ofString()))
            .succeedsWithin(Duration.ofSeconds(20)).extracting(HttpResponse::statusCode).isEqualTo(200);
        shut.countDown();
        assertThat(waiting).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test void metrics_are_prometheus_text_and_count_the_routes() throws Exception {
        ready.set(true);
        get("/test");
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body()).contains("jvm_memory_used_bytes")
            .containsPattern("camel_exchanges_succeeded_total\\{[^}]*routeId=\"in-test\"[^}]*} 1\\.0");
    }
}
