package io.patchbay.golden;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.patchbay.testing.GatewayUnderTest;
import io.patchbay.testing.LogLines;
import io.patchbay.testing.TopicTail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A running gateway keeps to every transcript of a folder that awaits nothing, with Harmony clients at one door; one gateway for all
 * transcripts of equal needs. {@code -Dgolden=call/} plays only those whose names begin so. No password and no tones that a client
 * sends come out anywhere: in a log line, a record of a topic, a frame or an answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GoldenTest {
    static final String ONLY = System.getProperty("golden", "");

    private final Library library;
    private final GoldenDoor door;
    private GatewayUnderTest running;
    /** Why it is another one than before. */
    private Object runningFor;
    private final Secrets secrets = Secrets.marked();
    private final Map<String, String> directory = Map.of("directory.file", secrets.directory().toString());
    private LogLines log;
    private TopicTail topics;

    GoldenTest(Library library, GoldenDoor door) {
        this.library = library;
        this.door = door;
    }

    @AfterAll
    void stop() {
        close();
        secrets.assertNone();
    }

    /** With the records of the topics, in which what is secret is looked for. */
    private void close() {
        if (running != null) {
            topics.read(secrets::look);
            topics.close();
            running.close();
            running = null;
            log.close();
        }
    }

    @TestFactory
    Stream<DynamicNode> the_gateway_keeps_to_every_transcript() {
        List<Transcript> all = transcripts(library).stream().filter(t -> t.isPlayable(library.awaited()))
            .filter(t -> t.name().startsWith(ONLY)).toList();
        Map<Map<String, String>, List<Transcript>> byNeeds = IntStream.range(0, all.size())
            .filter(place -> isPlayed(all.get(place), place)).mapToObj(all::get)
            .collect(Collectors.groupingBy(Transcript::needs, LinkedHashMap::new, Collectors.toList()));
        return byNeeds.entrySet().stream().map(group -> dynamicContainer("with " + group.getKey(),
            group.getValue().stream().map(transcript -> dynamicTest(transcript.name(), () -> play(transcript, gateway(transcript))))));
    }

    /** @param place of the transcript in the folder */
    boolean isPlayed(Transcript transcript, int place) {
        return transcript.isPlayableOver(door);
    }

    /** The transcripts that are played. */
    List<Transcript> transcripts(Library from) {
        return from.transcripts();
    }

    /** One at a time: each that runs follows all events. */
    private GatewayUnderTest gateway(Transcript transcript) {
        boolean fresh = transcript.needs().containsKey("fresh");
        Object wanted = fresh ? transcript.name() : transcript.needs();
        if (!wanted.equals(runningFor)) {
            close();
            log = new LogLines(line -> secrets.look("log", line));
            Map<String, String> needs = new LinkedHashMap<>(directory);
            needs.putAll(transcript.needs());
            needs.remove("fresh");
            running = starter().start(needs);
            topics = new TopicTail(running.kafka());
            runningFor = wanted;
        }
        return running;
    }

    private static GatewayUnderTest.Starter starter() {
        return ServiceLoader.load(GatewayUnderTest.Starter.class).findFirst().orElseThrow(
            () -> new IllegalStateException("META-INF/services names no " + GatewayUnderTest.Starter.class.getName()));
    }

    private void play(Transcript transcript, GatewayUnderTest gateway) {
        RunningFarEnd farEnd = RunningFarEnd.through(door, gateway, secrets);
        Player player = new Player(farEnd);
        try {
            player.play(transcript);
        } catch (AssertionError | RuntimeException failure) {
            cleanUp(player, farEnd).ifPresent(failure::addSuppressed);
            throw failure;
        }
        cleanUp(player, farEnd).ifPresent(failure -> {
            throw failure;
        });
        secrets.assertNone();
    }

    /** Returns what went wrong, so that it does not hide the failure of a transcript. */
    private static Optional<RuntimeException> cleanUp(Player player, RunningFarEnd farEnd) {
        try {
            new TearDown().after(player, farEnd);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }
}
