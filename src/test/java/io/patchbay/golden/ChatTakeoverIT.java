package io.patchbay.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import io.patchbay.testing.GatewayPair;
import io.patchbay.testing.GatewayProcess;
import io.patchbay.testing.Middleware;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways as processes; the one that has a chat's cell and its agent's desktop is killed while both sides write (DESIGN 10). */
class ChatTakeoverIT {
    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path directory;

    @Test
    void what_was_written_in_a_chat_stays_and_its_agent_goes_on_at_the_other_member() {
        try (GatewayPair pair = GatewayPair.started(directory, Map.of("kafka.commands.enabled", "true"));
                Middleware middleware = new Middleware(broker.bootstrap())) {
            String chat = new RunningFarEnd(pair.first().http()).platform("/platform/chats",
                Player.parse("{\"nickname\":\"Xenia\",\"queue\":\"sales\"}")).body().path("interaction").asText();
            GatewayProcess victim = pair.ownerOf(Subject.of(new InteractionId(chat)));
            RunningFarEnd survivor = new RunningFarEnd(pair.other(victim).http());
            ReconnectingClient ana = new ReconnectingClient("ana", new RunningFarEnd(victim.http())::socket, () -> false);
            String target = accepted(ana);

            SimultaneousChat talk = new SimultaneousChat(survivor, middleware, "ana", chat);
            talk.goOn("before", 5).join();
            ana.ask("interaction.request.setinteractiondata", target, "{\"key\":\"before\",\"value\":\"kept\"}");
            CompletableFuture<Void> meanwhile = talk.goOn("meanwhile", 5);
            victim.kill();
            meanwhile.join();
            talk.goOn("after", 3).join();
            assertThat(talk.written()).allSatisfy(texts -> assertThat(texts).hasSizeGreaterThanOrEqualTo(8));

            ana.line = survivor.socket();
            assertThat(ana.bind(true, ana.after).path("result").asText()).isEqualTo("success");
            ana.ask("interaction.request.setinteractiondata", target, "{\"key\":\"after\",\"value\":\"added\"}");
            JsonNode data = ana.until(f -> ReconnectingClient.is("interaction.datachanged").test(f) && f.toString().contains("added"));
            assertThat(data.at("/data/interaction/data/before").asText()).isEqualTo("kept");
            assertThat(data.path("target").asText()).isEqualTo(target);
            List<String> texts = texts(survivor, chat);
            assertThat(texts).as("each once").doesNotHaveDuplicates();
            assertThat(talk.written()).allSatisfy(accepted -> assertThat(texts).containsSubsequence(accepted));
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(published(chat)).isEqualTo(texts));
            ana.ask("interaction.request.complete", target, "{}");
            assertThat(view(survivor, chat).path("state").asText()).isEqualTo("closed");
            ana.signOut();
        }
    }

    /** The place of the chat that waits for her, which she accepts. */
    private static String accepted(ReconnectingClient ana) {
        ana.signIn();
        ana.ask("session.request.addchannel", ana.session, "{\"channel\":{\"endpoint\":\"sales\",\"type\":\"Chat\"}}");
        String channel = ana.until(ReconnectingClient.is("channel.initialized")).path("target").asText();
        ana.ask("channel.request.activate", channel, "{}");
        ana.ask("channel.request.ready", channel, "{}");
        String target = ana.until(ReconnectingClient.is("interaction.preview")).path("target").asText();
        ana.ask("interaction.request.accept", target, "{}");
        return target;
    }

    private static List<String> texts(RunningFarEnd gateway, String chat) {
        return StreamSupport.stream(view(gateway, chat).path("messages").spliterator(), false)
            .filter(message -> message.path("type").asText().equals("text")).map(message -> message.path("text").asText()).toList();
    }

    private static JsonNode view(RunningFarEnd gateway, String chat) {
        return gateway.platform("/platform/interactions/" + chat, null).body();
    }

    /** What a consumer reads that drops repeats. */
    private static List<String> published(String chat) {
        Map<String, String> once = new LinkedHashMap<>();
        broker.records("cti.interactions", chat).stream()
            .filter(record -> header(record, "ce_type").equals("cti.messaging.messagePosted.v1"))
            .forEach(record -> once.putIfAbsent(header(record, "ce_id"),
                Library.parse(new String(record.value(), UTF_8), "event").path("text").asText()));
        return List.copyOf(once.values());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
