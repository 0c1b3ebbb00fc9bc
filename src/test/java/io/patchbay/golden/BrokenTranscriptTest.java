package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A far end that strays from a transcript by one frame is caught, whichever frame it is. */
class BrokenTranscriptTest {

    private static final List<Transcript> TRANSCRIPTS = Library.harmony().transcripts();

    static List<Transcript> transcripts() {
        return TRANSCRIPTS;
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_far_end_that_keeps_to_it_passes(Transcript transcript) {
        Rehearsal faithful = new Rehearsal(transcript);
        assertThatCode(() -> new Player(faithful).play(transcript)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_dropped_frame_is_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> frames.remove(at));
    }

    @ParameterizedTest
    @MethodSource("transcripts")
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
    @MethodSource("transcripts")
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
    @MethodSource("transcripts")
    void a_changed_target_is_noticed(Transcript transcript) {
        eachFrame(transcript, (frames, at) -> change(frames, at, frame ->
            frame.put("target", frame.path("target").asText() + "X")));
    }

    @ParameterizedTest
    @MethodSource("transcripts")
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
        for (String client : faithful.frames.keySet()) {
            for (int at = 0; at < faithful.frames.get(client).size(); at++) {
                List<JsonNode> frames = new ArrayList<>(faithful.frames.get(client));
                mutation.apply(frames, at);
                Rehearsal strays = faithful.sending(client, frames);
                assertThatThrownBy(() -> new Player(strays).play(transcript))
                    .as("%s, frame %d of %s", transcript.name(), at, client).isInstanceOf(AssertionError.class);
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }
}
