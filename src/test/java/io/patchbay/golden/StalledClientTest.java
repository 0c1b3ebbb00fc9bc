package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A desktop that goes on asking and stops reading: it is cut, nobody else notices, and it comes back without a gap. */
class StalledClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHANGES = 20;
    private static final int BETWEEN = 30;
    private static final String LONG = "{\"command\":\"no.such\",\"target\":\"\",\"data\":{\"a\":\"" + "x".repeat(15_000) + "\"}}";
    private static final String CHANGE = "interaction.request.setinteractiondata";
    private static RunningGateway gateway;
    private static RunningFarEnd farEnd;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.shared();
        farEnd = new RunningFarEnd(gateway.http());
    }

    @Test
    void over_a_websocket() {
        SocketLine stalled = farEnd.socket();
        ReconnectingClient ana = talking(stalled);
        stalled.stopReading();
        cutAndBack(ana, stalled, farEnd::socket);
        stalled.readOn();
        assertThat(stalled.closed()).contains(4408);
        finish(ana);
    }

    @Test
    void over_tcp() {
        TcpLine stalled = new TcpLine(gateway.harmonyTcp(), PATIENCE, 4096);
        ReconnectingClient ana = talking(stalled);
        cutAndBack(ana, stalled, () -> new TcpLine(gateway.harmonyTcp(), PATIENCE));
        Optional<String> late = stalled.next();
        while (late.isPresent()) {
            late = stalled.next();
        }
        assertThat(stalled.closed()).contains(FarEnd.NO_CODE);
        finish(ana);
    }

    private static ReconnectingClient talking(FarEnd.Line line) {
        ReconnectingClient ana = ReconnectingClient.ready("ana", () -> line);
        farEnd.platform("/platform/calls", Player.parse("{\"from\":\"+15557003\",\"to\":\"sales\"}"));
        ana.ask("conversation.request.answer", ana.until(ReconnectingClient.is("conversation.initialized")).path("target").asText(), "{}");
        ana.until(ReconnectingClient.is("interaction.screenpop"));
        return ana;
    }

    private static void cutAndBack(ReconnectingClient ana, FarEnd.Line stalled, Supplier<? extends FarEnd.Line> another) {
        String interaction = ana.until(ReconnectingClient.is("interaction.screenpop")).path("target").asText();
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> ask(stalled, interaction));
        Caller ben = new Caller("ben", another.get());
        String bens = ben.begin();
        ana.line = another.get();
        await().atMost(PATIENCE).until(() -> {
            assertThat(Caller.code(ben.ask(Caller.request("no.such", bens, "meanwhile")))).isEqualTo("UNKNOWN_COMMAND");
            JsonNode reply = ana.bind(false, ana.after);
            assertThat(List.of("", "ALREADY_BOUND")).contains(Caller.code(reply));
            assertThat(reply.at("/data/reset").asBoolean()).isFalse();
            return reply.path("result").asText().equals("success");
        });
        asking.join();
        ben.ask(Caller.request("session.request.logout", bens, "out"));
        IntStream.range(0, CHANGES).forEach(i -> ana.ask("change-" + i, CHANGE, interaction, data(i)));
        assertThat(grown(ana)).isEqualTo(IntStream.rangeClosed(1, CHANGES).boxed().toList());
    }

    /** Until it is cut: changes of the contact, and much between them that is told to nobody but who asks. */
    private static void ask(FarEnd.Line stalled, String interaction) {
        try {
            for (int i = 0; i < CHANGES; i++) {
                stalled.send(change(interaction, i));
                IntStream.range(0, BETWEEN).forEach(n -> stalled.send(LONG));
            }
        } catch (RuntimeException cut) {
            assertThat(cut).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private static String change(String interaction, int i) {
        return "{\"command\":\"" + CHANGE + "\",\"target\":\"" + interaction + "\",\"data\":" + data(i)
            + ",\"requestId\":\"change-" + i + "\"}";
    }

    private static String data(int i) {
        return "{\"key\":\"stalled-" + i + "\",\"value\":\"v\"}";
    }

    /** How many of the changes each frame showed, read until it is all. */
    private static List<Integer> grown(ReconnectingClient ana) {
        ana.until(frame -> ReconnectingClient.is("interaction.datachanged").test(frame) && changes(frame) == CHANGES);
        return ana.complete.values().stream().flatMap(List::stream).filter(ReconnectingClient.is("interaction.datachanged"))
            .map(StalledClientTest::changes).filter(count -> count > 0).toList();
    }

    private static int changes(JsonNode frame) {
        int[] count = {0};
        frame.at("/data/interaction/data").fieldNames().forEachRemaining(key -> count[0] += key.startsWith("stalled-") ? 1 : 0);
        return count[0];
    }

    private static void finish(ReconnectingClient ana) {
        ana.signOut();
        ana.line.leave();
    }
}
