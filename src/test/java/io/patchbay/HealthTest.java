package io.patchbay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator, a load balancer and a supervisor of processes hear: of a member alone, of two, with and without Kafka. */
class HealthTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics", "/observe/health", "/observe/health/live",
        "/observe/health/ready", "/observe/metrics", "/schemas", "/schemas/cti.call.held.v1.json", "/events", "/platform/calls?party=5001"})
    void head_is_answered_where_get_is(String path) {
        HttpResponse<String> head = ask("HEAD", RunningGateway.shared().http().resolve(path));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_member_alone_is_ready_with_kafka_only_and_lives_without() throws Exception {
        try (OwnBroker broker = OwnBroker.start();
                RunningGateway gateway = RunningGateway.start(Map.of("kafka.brokers", broker.bootstrap(), "management.port", "0"));
                Desktop ana = Desktop.of(gateway.http(), "ana", "5001")) {
            URI management = gateway.gateway().management();
            JsonNode health = health(management, "/observe/health", 200);
            assertThat(health.path("details").path("members").asInt()).isEqualTo(1);
            assertThat(health.path("details").path("membersExpected").asInt()).isEqualTo(1);
            assertThat(health.path("details").path("lone").asBoolean()).isTrue();
            assertThat(health.path("details").path("broker").asText()).isEqualTo("UP");
            assertThat(health.path("warnings")).hasSize(1);
            assertThat(ask("GET", gateway.http().resolve("/observe/health")).statusCode()).as("has a port of its own").isEqualTo(404);
            assertThat(ask("GET", management.resolve("/platform/calls")).statusCode()).as("no door").isEqualTo(404);

            broker.stop();
            ana.send("{\"command\":\"channel.request.ready\",\"requestId\":\"r\",\"target\":\"" + ana.channel() + "\",\"data\":{}}");
            for (URI ready : List.of(gateway.http().resolve("/health/ready"), management.resolve("/observe/health/ready"))) {
                soon(() -> ask("GET", ready).statusCode() == 503);
            }
            JsonNode down = health(gateway.http(), "/health", 503);
            assertThat(down.path("details").path("broker").asText()).isEqualTo("DOWN");
            assertThat(down.path("details").path("unpublishedEvents").asInt()).isPositive();
            assertThat(down.path("details").path("oldestUnpublishedSeconds").asDouble()).isPositive();
            assertThat(ask("GET", management.resolve("/observe/metrics")).body().lines())
                    .contains("patchbay_ready 0.0", "patchbay_broker_up 0.0")
                    .noneMatch(line -> line.equals("patchbay_events_unpublished 0.0"));
            health(gateway.http(), "/health/live", 200);
            health(management, "/observe/health/live", 200);

            broker.startAgain();
            soon(() -> ask("GET", gateway.http().resolve("/health/ready")).statusCode() == 200);
            soon(() -> health(gateway.http(), "/health", 200).path("details").path("unpublishedEvents").asInt() == 0);
        }
    }

    @Test
    void two_members_are_ready_without_kafka_and_the_one_that_is_left_is_not() throws Exception {
        try (OwnBroker broker = OwnBroker.start()) {
            List<RunningGateway> pair = RunningGateway.pair(Map.of("kafka.brokers", broker.bootstrap(), "kafka.commands.enabled", "true"));
            try (RunningGateway one = pair.get(0)) {
                try (RunningGateway two = pair.get(1); Desktop ana = Desktop.of(two.http(), "ana", "5001")) {
                    soon(() -> !health(one.http(), "/health", 200).path("details").path("lone").asBoolean());
                    broker.stop();
                    soon(() -> health(one.http(), "/health", 200).path("details").path("broker").asText().equals("DOWN"));
                    ana.send("{\"command\":\"channel.request.ready\",\"requestId\":\"r\",\"target\":\"" + ana.channel()
                            + "\",\"data\":{}}");
                    soon(() -> pair.stream().anyMatch(each -> health(each.http(), "/health", 200).path("details")
                            .path("oldestUnpublishedSeconds").asDouble() > 4));
                    assertThat(pair).allSatisfy(each -> assertThat(health(each.http(), "/health/ready", 200).path("details")
                            .path("members").asInt()).isEqualTo(2));
                }
                soon(() -> ask("GET", one.http().resolve("/health/ready")).statusCode() == 503);
                JsonNode left = health(one.http(), "/health", 503);
                assertThat(left.path("details").path("members").asInt()).isEqualTo(1);
                assertThat(left.path("details").path("membersExpected").asInt()).isEqualTo(2);
                assertThat(left.path("details").path("lone").asBoolean()).isTrue();
            }
        }
    }

    private static void soon(Callable<Boolean> holds) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    private static JsonNode health(URI gateway, String path, int status) {
        HttpResponse<String> answer = ask("GET", gateway.resolve(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            JsonNode health = new ObjectMapper().readTree(answer.body());
            assertThat(health.path("status").asText()).isEqualTo(status == 200 ? "UP" : "DOWN");
            return health;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(URI uri) {
        return uri.getPath().startsWith("/events") ? "sam" : "sim";
    }

    private static HttpResponse<String> ask(String method, URI uri) {
        try {
            String user = Base64.getEncoder().encodeToString((user(uri) + ":" + user(uri)).getBytes(UTF_8));
            return HTTP.send(HttpRequest.newBuilder(uri).header("Authorization", "Basic " + user)
                    .method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
