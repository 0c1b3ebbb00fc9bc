package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.TryCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A far end that strays from a transcript by one frame is caught, whichever frame it is. By default it strays from each transcript in one
 * of five ways, at every sixth frame; with {@code -Dtries=6} in all ways, at all frames.
 */
class BrokenTranscriptTest {

    private static final List<Transcript> TRANSCRIPTS = Stream.of(Library.harmony(), Library.genesys(), Library.acqueon(),
        Library.finesse()).flatMap(library -> library.transcripts().stream()).toList();
    private static final int EVERY = Math.max(1, 6 / TryCount.of(1));
    private static final int WAYS = 5;
    private static final Pattern STEP = Pattern.compile("[^,]+, step (\\d+) of");
    private static final Beginnings BEGINNINGS = new Beginnings();
    /** For a kind of change, a client and a place: the beginnings in which it was noticed, which other transcripts may share. */
    private static final Map<List<Object>, Set<Integer>> NOTICED = new HashMap<>();

    static List<Transcript> transcripts() {
        return TRANSCRIPTS;
    }

    static List<Transcript> dropped() {
        return inTurn(0);
    }

    static List<Transcript> sentTwice() {
        return inTurn(1);
    }

    static List<Transcript> swapped() {
        return inTurn(2);
    }

    static List<Transcript> retargeted() {
        return inTurn(3);
    }

    static List<Transcript> otherCapability() {
        return inTurn(4);
    }

    /** The transcripts that are changed in this way: by default each is changed in one. */
    private static List<Transcript> inTurn(int way) {
        return IntStream.range(0, TRANSCRIPTS.size()).filter(place -> Math.floorMod(way - place, WAYS) < TryCount.of(1))
            .mapToObj(TRANSCRIPTS::get).toList();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_far_end_that_keeps_to_it_passes(Transcript transcript) {
        Rehearsal faithful = new Rehearsal(transcript);
        assertThatCode(() -> new Player(faithful).play(transcript)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("dropped")
    void a_dropped_frame_is_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> frames.remove(at));
    }

    @ParameterizedTest
    @MethodSource("sentTwice")
    void a_frame_sent_twice_is_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> {
            if (at + 1 < frames.size()) {
                frames.add(at, frames.get(at));
            } else {
                frames.remove(at);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("swapped")
    void two_swapped_frames_are_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> {
            if (at + 1 < frames.size() && !frames.get(at).equals(frames.get(at + 1))) {
                Collections.swap(frames, at, at + 1);
            } else {
                frames.remove(at);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("retargeted")
    void a_changed_target_is_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> change(frames, at, frame ->
            frame.put("target", frame.path("target").asText() + "X")));
    }

    @ParameterizedTest
    @MethodSource("otherCapability")
    void a_missing_or_added_capability_is_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> change(frames, at, frame -> {
            if (frame.path("data") instanceof ArrayNode capabilities && !capabilities.isEmpty()) {
                capabilities.remove(capabilities.size() - 1);
            } else if (frame.path("data") instanceof ArrayNode capabilities) {
                capabilities.addObject().put("name", "channel.dial").put("type", "enable");
            } else {
                frame.put("unheardOf", true);
            }
        }));
    }

    private interface Mutation {
        void apply(List<JsonNode> frames, int at);
    }

    private static void change(List<JsonNode> frames, int at, Consumer<ObjectNode> mutation) {
        ObjectNode copy = frames.get(at).deepCopy();
        if (copy.size() == 1) {
            copy.put("requestId", "no marker");
        } else {
            mutation.accept(copy);
        }
        frames.set(at, copy);
    }

    private static void eachFrame(Transcript transcript, Mutation mutation) {
        int tried = 0;
        Rehearsal faithful = new Rehearsal(transcript);
        List<Integer> beginnings = BEGINNINGS.of(transcript);
        for (String client : faithful.frames.keySet()) {
            int size = faithful.frames.get(client).size();
            for (int at = size == 0 ? 0 : Math.floorMod(transcript.name().hashCode(), EVERY) % size; at < size; at += EVERY) {
                List<JsonNode> frames = new ArrayList<>(faithful.frames.get(client));
                mutation.apply(frames, at);
                Set<Integer> noticed = NOTICED.computeIfAbsent(List.of(mutation.getClass(), client, at), any -> new HashSet<>());
                if (beginnings.stream().noneMatch(noticed::contains)) {
                    noticedAt(transcript, faithful.sending(client, frames), client + "'s frame " + at)
                        .ifPresent(step -> noticed.add(beginnings.get(step - 1)));
                }
                tried++;
            }
        }
        assertThat(tried > 0).isEqualTo(faithful.frames.values().stream().anyMatch(frames -> !frames.isEmpty()));
    }

    /** The step at which it was noticed, from 1; empty when all were played before it was. */
    private static Optional<Integer> noticedAt(Transcript transcript, Rehearsal strays, String where) {
        Throwable noticed = catchThrowable(() -> new Player(strays).play(transcript));
        assertThat(noticed).as("%s, %s", transcript.name(), where).isInstanceOf(AssertionError.class);
        Matcher step = STEP.matcher(noticed.getMessage());
        return step.lookingAt() ? Optional.of(Integer.valueOf(step.group(1))) : Optional.empty();
    }

    /** Gives equal beginnings of transcripts the same number: most begin with the same preludes. */
    private static final class Beginnings {
        private record Longer(int than, Step by) { }

        private final Map<Longer, Integer> numbers = new HashMap<>();

        /** The number of the first step, of the first two, and so on. */
        List<Integer> of(Transcript transcript) {
            List<Integer> all = new ArrayList<>();
            int last = 0;
            for (Step step : transcript.steps()) {
                last = numbers.computeIfAbsent(new Longer(last, step), any -> numbers.size() + 1);
                all.add(last);
            }
            return all;
        }
    }
}
