package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Broker;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One real call, heard at the events door while it happens: an observer hears what the topics say, an agent its part of it. */
class EventsStoryTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_call_is_heard_as_the_topics_tell_it() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("node.name", "heard"))) {
            SocketLine eve = subscribed(gateway.http(), "eve");
            SocketLine ben = subscribed(gateway.http(), "ben");
            SocketLine dan = subscribed(gateway.http(), "dan");
            RunningFarEnd farEnd = new RunningFarEnd(gateway.http());
            Player player = new Player(farEnd);
            player.play(Library.harmony().transcripts().stream().filter(t -> t.name().startsWith("story/")).findFirst().orElseThrow());
            String call = player.names().get("I").orElseThrow();
            List<JsonNode> all = untilCompleted(eve, call);
            List<JsonNode> own = untilCompleted(ben, call);
            assertThat(ids(all)).isEqualTo(broker.records("cti.interactions", call).stream().map(EventsStoryTest::id).toList());
            assertThat(ids(own)).isNotEmpty().isSubsetOf(ids(all)).doesNotContain("interaction/" + call + "/1-1");
            assertThat(dan.next(Duration.ZERO)).as("dan took no part").isEmpty();
            new TearDown().after(player, farEnd);
        }
    }

    private static SocketLine subscribed(URI gateway, String user) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        SocketLine line = new SocketLine(PATIENCE);
        HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("cloudevents.json").header("Authorization", basic)
                .buildAsync(URI.create("ws" + gateway.toString().substring("http".length()) + "/events"), line)
                .thenAccept(line::opened).join();
        line.send("{\"subscribe\":{\"types\":[\"cti.interaction.*\",\"cti.call.*\"]}}");
        assertThat(line.next()).hasValueSatisfying(answer -> assertThat(answer).startsWith("{\"subscribed\":"));
        return line;
    }

    private static List<JsonNode> untilCompleted(SocketLine line, String call) {
        List<JsonNode> heard = new ArrayList<>();
        do {
            heard.add(read(line.next().orElseThrow(() -> new AssertionError("nothing more after " + heard))));
        } while (!heard.get(heard.size() - 1).path("type").asText().equals("cti.interaction.completed.v1"));
        heard.removeIf(event -> !event.path("subject").asText().equals("interaction/" + call));
        return heard;
    }

    private static JsonNode read(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (JsonProcessingException e) {
            throw new AssertionError(frame, e);
        }
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
