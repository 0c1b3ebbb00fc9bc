package io.patchbay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Broker;
import io.patchbay.testing.RunningGateway;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers that write much, or at the same time, to the real gateway. */
class MessagesTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIM = Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));
    private static RunningGateway gateway;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", "Basic " + SIM);
        HttpRequest one = body.isEmpty() ? request.build() : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return HTTP.sendAsync(one, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }

    private static List<HttpResponse<String>> all(List<CompletableFuture<HttpResponse<String>>> asked) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> answer : asked) {
            answers.add(answer.get(30, TimeUnit.SECONDS));
        }
        return answers;
    }

    @Test
    void messages_between_two_numbers_sent_at_once_are_one_session_with_each_of_them_once() throws Exception {
        List<HttpResponse<String>> answers = all(IntStream.range(0, 20).mapToObj(i -> ask("/platform/sms",
                "{\"from\":\"+15551234\",\"to\":\"sales\",\"text\":\"m" + i + "\"}")).toList());
        Set<String> interactions = new HashSet<>();
        for (HttpResponse<String> answer : answers) {
            interactions.add(json(answer).path("interaction").asText());
        }
        assertThat(interactions).hasSize(1);
        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status == 201)).as("who began it").hasSize(1);
        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status == 200)).as("who went on").hasSize(19);

        JsonNode seen = json(ask("/platform/interactions/" + interactions.iterator().next(), "").get(30, TimeUnit.SECONDS));
        assertThat(seen.path("messages").valueStream().map(m -> m.path("text").asText()).filter(text -> !text.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void what_one_customer_writes_at_once_has_an_index_each() throws Exception {
        String chat = json(ask("/platform/chats", "{\"nickname\":\"Pat\",\"queue\":\"sales\"}").get(30, TimeUnit.SECONDS))
                .path("interaction").asText();
        List<HttpResponse<String>> answers = all(IntStream.range(0, 30).mapToObj(i -> ask("/platform/interactions/" + chat,
                i % 3 == 0 ? "{\"action\":\"typing\",\"on\":true}" : "{\"action\":\"send\",\"text\":\"m" + i + "\"}")).toList());
        List<Long> indexes = new ArrayList<>();
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            indexes.add(json(answer).path("index").asLong());
        }
        assertThat(indexes).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 31).mapToObj(i -> (long) i).toList());
        JsonNode seen = json(ask("/platform/interactions/" + chat, "").get(30, TimeUnit.SECONDS));
        for (int i = 0; i < 30; i++) {
            String text = "m" + i;
            long index = json(answers.get(i)).path("index").asLong();
            assertThat(i % 3 == 0 || seen.path("messages").valueStream()
                    .anyMatch(m -> m.path("index").asLong() == index && m.path("text").asText().equals(text))).as(text).isTrue();
        }
    }

    @Test
    void a_long_chat_is_shown_from_its_beginning() throws Exception {
        String chat = json(ask("/platform/chats", "{\"nickname\":\"Pat\",\"queue\":\"sales\"}").get(30, TimeUnit.SECONDS))
                .path("interaction").asText();
        for (int i = 2; i <= 180; i++) {
            HttpResponse<String> sent = ask("/platform/interactions/" + chat, "{\"action\":\"send\",\"text\":\"m" + i + "\"}")
                    .get(30, TimeUnit.SECONDS);
            assertThat(json(sent).path("index").asInt()).isEqualTo(i);
        }
        JsonNode seen = json(ask("/platform/interactions/" + chat, "").get(30, TimeUnit.SECONDS));
        assertThat(seen.path("messages").valueStream().map(m -> m.path("index").asInt() + " " + m.path("text").asText()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 180).mapToObj(i -> i == 1 ? "1 " : i + " m" + i).toList());
    }
}
