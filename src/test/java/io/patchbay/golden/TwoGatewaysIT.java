package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Broker;
import io.patchbay.testing.GatewayPair;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The transcripts of one gateway hold for two: ana is connected to the one, everybody else to the other, customers call either. */
class TwoGatewaysIT {
    private static final List<String> PLAYED = List.of("story/a-queue-call-and-its-afterwards", "dial/agent-to-agent");

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path directory;

    @Test
    void agents_of_two_gateways_meet_in_one_call() {
        try (GatewayPair pair = GatewayPair.started(directory, Map.of())) {
            List<Transcript> transcripts = Library.harmony().transcripts().stream().filter(t -> PLAYED.contains(t.name())).toList();
            assertThat(transcripts).extracting(Transcript::name).containsExactlyInAnyOrderElementsOf(PLAYED);
            for (Transcript transcript : transcripts) {
                play(transcript, new RunningFarEnd(pair.first().http()), new RunningFarEnd(pair.second().http()));
                play(transcript, new RunningFarEnd(pair.second().http()), new RunningFarEnd(pair.first().http()));
            }
        }
    }

    private static void play(Transcript transcript, RunningFarEnd anas, RunningFarEnd others) {
        Player player = new Player(new Apart(anas, others));
        try {
            player.play(transcript);
        } finally {
            new TearDown().after(player, others);
        }
    }

    /** Ana here, the rest of the world there. */
    private record Apart(FarEnd anas, FarEnd others) implements FarEnd {
        @Override
        public Line open(String client) {
            return (Client.agent(client).equals("ana") ? anas : others).open(client);
        }

        @Override
        public String command(JsonNode command) {
            return others.command(command);
        }

        @Override
        public Answer request(Step.Ask ask) {
            return (Client.agent(ask.client()).equals("ana") ? anas : others).request(ask);
        }

        @Override
        public void listen(Step.Subscribe subscribe) {
            (Client.agent(subscribe.client()).equals("ana") ? anas : others).listen(subscribe);
        }

        @Override
        public Answer http(String user, String path, JsonNode body) {
            return others.http(user, path, body);
        }

        @Override
        public Optional<JsonNode> record(String topic, String key) {
            return others.record(topic, key);
        }
    }
}
