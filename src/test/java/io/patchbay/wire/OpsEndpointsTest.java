package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpsEndpointsTest {

    private static final String ROUTES = """
        - routeConfiguration:
            id: sorry
            onException:
              - onException:
                  exception: [java.lang.Exception]
                  handled: {constant: "true"}
                  steps:
                    - process: {ref: sorry}
        - route:
            id: in-test
            routeConfigurationId: sorry
            from:
              uri: door-http:/test
              steps:
                - process: {ref: door}
        """;

    private static final String WARNING = "Change this before customers call.";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicBoolean crmUp = new AtomicBoolean(true);
    private final AtomicBoolean kafkaUp = new AtomicBoolean(true);
    private final Semaphore entered = new Semaphore(0);
    private CountDownLatch shut = new CountDownLatch(0);
    private WireServer server;
    private Metrics metrics;

    @BeforeEach void start() throws Exception {
        server = new WireServer(WireServer.tight());
        server.port.doorsOpenWhen(ready::get);
        HealthCheckRegistry.get(server.camel).register(new AbstractHealthCheck("crm") {
            @Override protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
                builder.message("secret detail").state(crmUp.get() ? State.UP : State.DOWN);
            }
        });
        HealthCheckRegistry.get(server.camel).register(new AbstractHealthCheck("consumer:in-commands") {
            @Override protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
                builder.detail(ENDPOINT_URI, "kafka://cti.commands").state(kafkaUp.get() ? State.UP : State.DOWN);
            }
        });
        metrics = Metrics.of(server.camel);
        OpsEndpoints ops = new OpsEndpoints(server.camel, metrics, new Told());
        ops.serve(server.port, "");
        ops.serve(server.port, "/observe");
        Processor door = exchange -> {
            entered.release();
            shut.await();
            if (broken.get()) {
                throw new IllegalStateException("secret detail");
            }
            exchange.getMessage().setBody(io.patchbay.wire.HttpResponse.text(200, "hello"));
        };
        Processor sorry = exchange -> exchange.getMessage().setBody(io.patchbay.wire.HttpResponse.text(500, "sorry"));
        server.run(ROUTES, Map.of("door", door, "sorry", sorry));
    }

    @AfterEach void stop() {
        server.close();
        metrics.close();
    }

    private final class Told implements Health {
        @Override public List<Check> readiness() {
            return List.of(new Check("gateway", ready.get()));
        }

        @Override public Map<String, Object> details() {
            return Map.of("members", 2);
        }

        @Override public List<String> warnings() {
            return List.of(WARNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics", "/observe/health", "/observe/metrics"})
    void another_method_is_told_which_ones_there_are(String path) throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(server.http(path))
                .method(method, HttpRequest.BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().allValues("Allow")).containsExactly("GET, HEAD, OPTIONS");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(server.http(path)).build(), BodyHandlers.ofString());
    }

    @Test void health_is_down_until_the_gateway_is_ready_while_it_is_alive() throws Exception {
        for (String prefix : List.of("", "/observe")) {
            ready.set(false);
            assertThat(get(prefix + "/health").statusCode()).isEqualTo(503);
            assertThat(get(prefix + "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(prefix + "/health/live").statusCode()).isEqualTo(200);
            ready.set(true);
            assertThat(get(prefix + "/health").statusCode()).isEqualTo(200);
            assertThat(get(prefix + "/health").body()).startsWith("{\"status\":\"UP\",\"checks\":[{\"name\":\"gateway\",\"status\":\"UP\"}")
                .contains("\"details\":{\"members\":2}");
        }
    }

    @Test void a_failed_check_is_named_without_its_details_and_the_process_lives() throws Exception {
        ready.set(true);
        crmUp.set(false);
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health").body()).contains("{\"name\":\"crm\",\"status\":\"DOWN\"}").doesNotContain("secret");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test void a_consumer_that_misses_its_broker_decides_nothing() throws Exception {
        ready.set(true);
        kafkaUp.set(false);
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics"})
    void head_gets_what_get_gets_without_a_body(String path) throws Exception {
        ready.set(true);
        for (String prefix : List.of("", "/observe")) {
            HttpResponse<String> head = HTTP.send(HttpRequest.newBuilder(server.http(prefix + path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("content-type")).isEqualTo(get(prefix + path).headers().firstValue("content-type"));
            assertThat(head.body()).isEmpty();
        }
    }

    @Test void a_warning_is_told_by_health_and_changes_no_status() throws Exception {
        ready.set(true);
        assertThat(get("/health").body()).contains("\"status\":\"UP\"").contains("\"warnings\":[\"" + WARNING + "\"]");
        assertThat(get("/health/live").body()).contains(WARNING);
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
            .mapToObj(i -> HTTP.sendAsync(HttpRequest.newBuilder(server.http("/test")).build(), BodyHandlers.ofString())).toList();
        assertThat(entered.tryAcquire(all, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(HTTP.sendAsync(HttpRequest.newBuilder(server.http("/health")).build(), BodyHandlers.ofString()))
            .succeedsWithin(Duration.ofSeconds(20)).extracting(HttpResponse::statusCode).isEqualTo(200);
        shut.countDown();
        assertThat(waiting).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test void metrics_are_prometheus_text_of_the_process_and_of_each_route() throws Exception {
        ready.set(true);
        get("/test");
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body().lines()).anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
            .anyMatch(line -> line.startsWith("jvm_gc_")).anyMatch(line -> line.startsWith("jvm_threads_live_threads "))
            .anyMatch(line -> line.startsWith("process_cpu_usage ")).anyMatch(line -> line.startsWith("process_uptime_seconds "))
            .contains("camel_exchanges_total{routeId=\"in-test\"} 1.0", "camel_exchanges_failed_total{routeId=\"in-test\"} 0.0",
                "camel_exchanges_inflight{routeId=\"in-test\"} 0.0", "camel_route_policy_seconds_count{routeId=\"in-test\"} 1");
    }

    @Test void a_failure_counts_also_when_a_policy_answers_it() throws Exception {
        ready.set(true);
        broken.set(true);
        assertThat(get("/test").body()).isEqualTo("sorry");
        assertThat(get("/metrics").body().lines()).contains("camel_exchanges_total{routeId=\"in-test\"} 1.0",
            "camel_exchanges_failed_total{routeId=\"in-test\"} 1.0");
    }

    @Test void an_exchange_is_in_flight_and_in_no_bucket_until_it_ends() throws Exception {
        ready.set(true);
        shut = new CountDownLatch(1);
        var waiting = HTTP.sendAsync(HttpRequest.newBuilder(server.http("/test")).build(), BodyHandlers.ofString());
        assertThat(entered.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        assertThat(get("/metrics").body().lines()).contains("camel_exchanges_inflight{routeId=\"in-test\"} 1.0", buckets("+Inf", 0));
        long held = System.nanoTime();
        await().until(() -> System.nanoTime() - held > Duration.ofMillis(60).toNanos());
        shut.countDown();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
        assertThat(get("/metrics").body().lines()).contains(buckets("0.05", 0), buckets("10.0", 1), buckets("+Inf", 1))
            .filteredOn(line -> line.startsWith("camel_route_policy_seconds_bucket{")).hasSize(14);
    }

    private static String buckets(String bound, int count) {
        return "camel_route_policy_seconds_bucket{routeId=\"in-test\",le=\"" + bound + "\"} " + count;
    }
}
