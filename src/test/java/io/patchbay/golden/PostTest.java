package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Harmony over POST: who may, what comes back, and how long a session without a connection lives. */
class PostTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("harmony.session.grace", "3s"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void who_says_not_who_it_is_or_wrongly_is_asked_for_credentials() throws Exception {
        for (HttpResponse<String> answer : List.of(post(null, "{}"), post("ana:wrong", "{}"), post("sim:sim", "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(v -> assertThat(v).startsWith("Basic "));
            assertThat(Player.parse(answer.body()).at("/failure/code").asText()).isEqualTo("NOT_AUTHENTICATED");
        }
    }

    @Test
    void what_is_no_request_is_answered_in_the_words_of_harmony() throws Exception {
        assertThat(post("ben:ben", "{").statusCode()).isEqualTo(400);
        assertThat(Player.parse(post("ben:ben", "{").body()).at("/failure/code").asText()).isEqualTo("INVALID_MESSAGE");
        HttpResponse<String> tooLong = post("ben:ben", "x".repeat(70_000));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(Player.parse(tooLong.body()).at("/failure/code").asText()).isEqualTo("INVALID_MESSAGE");
        JsonNode unknown = ask("ben", "{\"command\":\"session.start\",\"target\":\"S\",\"data\":{}}");
        assertThat(unknown.at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
    }

    @Test
    void bytes_that_are_no_text_are_answered_in_the_words_of_harmony() throws Exception {
        HttpResponse<String> answer = post("ben:ben", new byte[] {'{', (byte) 0xff, '}'});
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Player.parse(answer.body()).at("/failure/code").asText()).isEqualTo("INVALID_MESSAGE");
    }

    @Test
    void nobody_prepares_a_session_of_another_agent() throws Exception {
        JsonNode reply = ask("ben", prepare("caro", false));
        assertThat(reply.at("/failure/code").asText()).isEqualTo("NOT_AUTHENTICATED");
        assertThat(reply.at("/original/data/agent/password").asText()).isEqualTo("***");
    }

    @Test
    void a_session_lives_by_its_requests_and_ends_a_grace_after_the_last() throws Exception {
        String session = ask("ana", prepare("ana", false)).at("/data/session/id").asText();
        assertThat(ask("ana", request("session.start", session, "{}")).path("result").asText()).isEqualTo("success");
        JsonNode group = ask("ana", request("session.request.addchannelgroup", session,
            "{\"channelgroup\":{\"name\":\"\",\"chat\":false,\"email\":false,\"callback\":false}}"));
        assertThat(group.path("result").asText()).isEqualTo("success");
        assertThat(ask("ana", prepare("ana", false)).path("result").asText()).isEqualTo("confirm");
        long begun = System.nanoTime();
        await().pollInterval(Duration.ofMillis(700)).atMost(Duration.ofSeconds(20)).until(() -> {
            assertThat(ask("ana", request("no.such", session, "{}")).at("/failure/code").asText()).isEqualTo("UNKNOWN_COMMAND");
            return System.nanoTime() - begun > Duration.ofSeconds(5).toNanos();
        });
        FarEnd.Line other = new RunningFarEnd(gateway.http()).open("ana");
        await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(300)).until(() -> {
            other.send(prepare("ana", false));
            return other.next().orElseThrow().contains("\"success\"");
        });
        assertThat(ask("ana", request("session.start", session, "{}")).at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
    }

    @Test
    void a_logout_ends_it_and_another_may_be_prepared() throws Exception {
        String session = ask("dan", prepare("dan", false)).at("/data/session/id").asText();
        ask("dan", request("session.start", session, "{}"));
        assertThat(ask("dan", request("session.request.logout", session, "{}")).path("result").asText()).isEqualTo("success");
        assertThat(ask("dan", request("session.start", session, "{}")).at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
        assertThat(ask("dan", prepare("dan", false)).path("result").asText()).isEqualTo("success");
    }

    @Test
    void a_session_with_a_connection_is_taken_over_with_override_only() throws Exception {
        FarEnd.Line socket = new RunningFarEnd(gateway.http()).open("caro");
        String session = new Caller("caro", socket).begin();
        assertThat(Caller.code(ask("caro", bind(session, false)))).isEqualTo("ALREADY_BOUND");
        assertThat(Caller.code(ask("caro", request("no.such", session, "{}")))).isEqualTo("SESSION_NOT_BOUND");
        assertThat(ask("caro", bind(session, true)).path("result").asText()).isEqualTo("success");
        assertThat(socket.closed()).contains(4409);
        assertThat(ask("caro", request("session.request.logout", session, "{}")).path("result").asText()).isEqualTo("success");
    }

    private static String bind(String session, boolean override) {
        return "{\"command\":\"bindSession\",\"data\":{\"session\":{\"id\":\"" + session + "\"},\"override\":" + override
            + ",\"agent\":{\"id\":\"caro\",\"password\":\"caro\"}}}";
    }

    private static String prepare(String agent, boolean override) {
        return "{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":" + override + ",\"agent\":{\"id\":\"" + agent
            + "\",\"password\":\"" + agent + "\"}}}";
    }

    private static String request(String command, String target, String data) {
        return "{\"command\":\"" + command + "\",\"target\":\"" + target + "\",\"data\":" + data + "}";
    }

    private static JsonNode ask(String agent, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(agent + ":" + agent, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Player.parse(answer.body());
    }

    private static HttpResponse<String> post(String credentials, String body) throws IOException, InterruptedException {
        return post(credentials, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String credentials, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.http().resolve("/harmony")).POST(BodyPublishers.ofByteArray(body));
        if (credentials != null) {
            request.header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
