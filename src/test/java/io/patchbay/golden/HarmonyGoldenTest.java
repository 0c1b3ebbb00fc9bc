package io.patchbay.golden;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.patchbay.testing.GatewayUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** A running gateway keeps to every transcript that awaits nothing; one gateway for all transcripts of equal needs. */
class HarmonyGoldenTest {

    private static final List<GatewayUnderTest> STARTED = new ArrayList<>();

    @AfterAll
    static void stop() {
        STARTED.forEach(GatewayUnderTest::close);
    }

    @TestFactory
    Stream<DynamicNode> the_gateway_keeps_to_every_transcript() {
        GatewayUnderTest.Starter starter = ServiceLoader.load(GatewayUnderTest.Starter.class).findFirst().orElseThrow(
            () -> new IllegalStateException("META-INF/services names no " + GatewayUnderTest.Starter.class.getName()));
        Library library = Library.harmony();
        Map<Object, List<Transcript>> byNeeds = library.transcripts().stream().filter(t -> t.isPlayable(library.awaited())).collect(
            Collectors.groupingBy(group(), LinkedHashMap::new, Collectors.toList()));
        return byNeeds.values().stream().map(group -> of(group, starter));
    }

    private static Function<Transcript, Object> group() {
        return transcript -> transcript.needs().containsKey("fresh") ? transcript.name() : transcript.needs();
    }

    private static DynamicNode of(List<Transcript> group, GatewayUnderTest.Starter starter) {
        Map<String, String> needs = new LinkedHashMap<>(group.get(0).needs());
        needs.remove("fresh");
        GatewayUnderTest[] gateway = new GatewayUnderTest[1];
        return dynamicContainer(group.get(0).needs().toString(), group.stream().map(transcript -> dynamicTest(transcript.name(), () -> {
            if (gateway[0] == null) {
                gateway[0] = starter.start(needs);
                STARTED.add(gateway[0]);
            }
            play(transcript, gateway[0]);
        })));
    }

    private static void play(Transcript transcript, GatewayUnderTest gateway) {
        RunningFarEnd farEnd = new RunningFarEnd(gateway.http());
        Player player = new Player(farEnd);
        try {
            player.play(transcript);
        } finally {
            new TearDown().after(player, farEnd);
        }
    }
}
