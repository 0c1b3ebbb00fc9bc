package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users that ask faster than they may, at the doors that know a user by each request; connections of Harmony have FloodTest. */
class UserRateLimitTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("harmony.requests.burst", "3", "harmony.requests.rate", "1",
                "platform.requests.burst", "3", "platform.requests.rate", "1", "events.openings.burst", "3", "events.openings.rate", "1"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_user_of_the_platform_door_is_told_to_wait_and_is_served_after_that() throws IOException {
        HttpResponse<String> refused = await().until(() -> ask("POST", "/platform/callbacks", "{}", "sim"), r -> r.statusCode() != 400);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
        assertThat(ask("GET", "/platform/calls", "", "ana").statusCode()).as("others do not notice").isEqualTo(403);
        await().atMost(Duration.ofSeconds(5)).until(() -> ask("POST", "/platform/callbacks", "{}", "sim").statusCode() == 400);
    }

    @Test
    void who_opens_streams_again_and_again_is_told_to_wait_before_anything_is_read() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("GET", "/events?agents=nobody", "", "eve").statusCode()).isEqualTo(403);
        }
        HttpResponse<String> refused = ask("GET", "/events", "", "eve");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
        assertThat(ask("GET", "/events?agents=nobody", "", "sam").statusCode()).as("others do not notice").isEqualTo(403);
    }

    @Test
    void what_cannot_be_read_counts_too() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("POST", "/harmony", "nonsense", "ben").statusCode()).isEqualTo(400);
        }
        HttpResponse<String> refused = ask("POST", "/harmony", "{\"command\":\"x\",\"target\":\"\",\"data\":{}}", "ben");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("TOO_MANY_REQUESTS");
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body()).at("/error/code").asText();
    }

    private static HttpResponse<String> ask(String method, String path, String body, String user) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        try {
            return HTTP.send(HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", basic)
                    .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
