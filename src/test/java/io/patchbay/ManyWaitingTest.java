package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Desktop;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests that wait for Kafka, at a member alone: they hold no thread, nobody else waits with them, and each is answered in time. */
class ManyWaitingTest {
    private static final int REQUESTS = 300;
    /** Fewer than requests by far: what pools may still start when they are first busy. */
    private static final int THREADS = 40;
    private static final Duration AT_ONCE = Duration.ofSeconds(4);
    private static final Duration IN_TIME = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<Waiting> DOORS = List.of(
            new Waiting("ben", "/harmony", "{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":true,"
                    + "\"agent\":{\"id\":\"ben\",\"password\":\"ben\"}}}", 200, "\"UNAVAILABLE\""),
            new Waiting("sim", "/platform/calls", "{\"from\":\"+15551234\",\"to\":\"sales\"}", 503, "\"UNAVAILABLE\""),
            new Waiting("caro", "/api/v2/me", "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\"]}", 503,
                    "{\"statusCode\":4,"));

    /** A request that changes something. @param refusal in the reply with this HTTP status while Kafka is gone */
    private record Waiting(String user, String path, String body, int status, String refusal) { }

    @Test
    void three_hundred_requests_that_wait_hold_no_thread_and_nobody_up() throws Exception {
        ExecutorService callbacks = Executors.newFixedThreadPool(2);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callbacks).build();
        try (OwnBroker broker = OwnBroker.start();
                RunningGateway gateway = RunningGateway.start(Map.of("kafka.brokers", broker.bootstrap(),
                        "platform.requests.burst", "100000", "platform.requests.rate", "100000",
                        "genesys.requests.burst", "100000", "genesys.requests.rate", "100000"));
                Desktop ana = Desktop.of(gateway.http(), "ana", "5001")) {
            get(http, gateway, "/health");
            assertThat(DOORS.stream().map(door -> post(http, gateway, door.user(), door.path(), "{}").join().statusCode()))
                    .as("the passwords are known").containsExactly(200, 400, 400);
            broker.stop();
            List<CompletableFuture<HttpResponse<String>>> first = held(http, gateway, 30);
            int threads = Thread.activeCount();
            List<CompletableFuture<HttpResponse<String>>> all = Stream.concat(first.stream(),
                    held(http, gateway, REQUESTS - first.size()).stream()).map(ManyWaitingTest::inTime).toList();

            assertThat(get(http, gateway, "/health")).succeedsWithin(AT_ONCE);
            assertThat(get(http, gateway, "/schemas/cti.call.established.v1.json")).succeedsWithin(AT_ONCE)
                    .extracting(HttpResponse::statusCode).isEqualTo(200);
            assertThat(post(http, gateway, "sim", "/platform/callbacks", "{}")).succeedsWithin(AT_ONCE)
                    .extracting(HttpResponse::statusCode).isEqualTo(400);
            assertThat(get(http, gateway, "/api/v2/diagnostics/version")).succeedsWithin(AT_ONCE)
                    .extracting(HttpResponse::body).asString().startsWith("{\"statusCode\":0,");
            assertThat(ana.ask("no.such", ana.session(), "{}")).succeedsWithin(AT_ONCE).asString().contains("UNKNOWN_COMMAND");
            assertThat(Thread.activeCount() - threads).as("threads for %d requests more", REQUESTS - first.size()).isLessThan(THREADS);
            assertThat(all).as("waiting all the time").filteredOn(request -> !request.isDone())
                    .hasSizeGreaterThanOrEqualTo(REQUESTS - first.size());

            assertRefused(all);
            broker.startAgain();
        } finally {
            callbacks.shutdownNow();
        }
    }

    private static void assertRefused(List<CompletableFuture<HttpResponse<String>>> all) {
        for (int n = 0; n < all.size(); n++) {
            Waiting door = DOORS.get(n % DOORS.size());
            assertThat(all.get(n)).as(door.path()).succeedsWithin(SOON).satisfies(reply -> {
                assertThat(reply.request().uri().getPath()).isEqualTo(door.path());
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(door.status());
                assertThat(reply.body()).contains(door.refusal());
            });
        }
    }

    /** As many at each door; returns when the gateway has them all. */
    private static List<CompletableFuture<HttpResponse<String>>> held(HttpClient http, RunningGateway gateway, int requests)
            throws Exception {
        double before = open(http, gateway);
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, requests).mapToObj(n -> DOORS.get(n % DOORS.size()))
                .map(door -> post(http, gateway, door.user(), door.path(), door.body())).toList();
        await().atMost(SOON).until(() -> open(http, gateway) >= before + requests - 5);
        return all;
    }

    /** Connections to the HTTP port, kept ones that nobody uses among them. */
    private static double open(HttpClient http, RunningGateway gateway) throws Exception {
        return get(http, gateway, "/metrics").get(20, TimeUnit.SECONDS).body().lines()
                .filter(line -> line.startsWith("patchbay_connections_open") && line.contains("\"http\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private static <T> CompletableFuture<T> inTime(CompletableFuture<T> reply) {
        return reply.orTimeout(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    private static CompletableFuture<HttpResponse<String>> get(HttpClient http, RunningGateway gateway, String path) {
        return http.sendAsync(HttpRequest.newBuilder(gateway.http().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static CompletableFuture<HttpResponse<String>> post(HttpClient http, RunningGateway gateway, String user, String path,
            String body) {
        URI door = gateway.http().resolve(path);
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return http.sendAsync(HttpRequest.newBuilder(door).header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
