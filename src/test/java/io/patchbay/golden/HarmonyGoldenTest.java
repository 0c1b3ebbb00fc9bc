package io.patchbay.golden;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.patchbay.testing.GatewayUnderTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** A running gateway keeps to every transcript that awaits nothing, at each door; one gateway for all transcripts of equal needs. */
class HarmonyGoldenTest {

    private static final Map<Object, GatewayUnderTest> STARTED = new HashMap<>();

    @AfterAll
    static void stop() {
        STARTED.values().forEach(GatewayUnderTest::close);
    }

    @TestFactory
    Stream<DynamicNode> the_gateway_keeps_to_every_transcript() {
        Library library = Library.harmony();
        String only = System.getProperty("golden", "");
        List<Transcript> played = library.transcripts().stream().filter(t -> t.isPlayable(library.awaited()))
            .filter(t -> t.name().startsWith(only)).toList();
        return Arrays.stream(GoldenDoor.values()).map(door -> dynamicContainer(door.toString(),
            played.stream().filter(transcript -> transcript.isPlayableOver(door))
                .map(transcript -> dynamicTest(transcript.name(), () -> play(transcript, door, gateway(transcript, door))))));
    }

    private static GatewayUnderTest gateway(Transcript transcript, GoldenDoor door) {
        boolean fresh = transcript.needs().containsKey("fresh");
        Map<String, String> needs = new LinkedHashMap<>(transcript.needs());
        needs.remove("fresh");
        GatewayUnderTest.Starter starter = ServiceLoader.load(GatewayUnderTest.Starter.class).findFirst().orElseThrow(
            () -> new IllegalStateException("META-INF/services names no " + GatewayUnderTest.Starter.class.getName()));
        return STARTED.computeIfAbsent(fresh ? transcript.name() + door : needs, group -> starter.start(needs));
    }

    private static void play(Transcript transcript, GoldenDoor door, GatewayUnderTest gateway) {
        RunningFarEnd farEnd = RunningFarEnd.through(door, gateway);
        Player player = new Player(farEnd);
        try {
            player.play(transcript);
        } finally {
            new TearDown().after(player, farEnd);
        }
    }
}
