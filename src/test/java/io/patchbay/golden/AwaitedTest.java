package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What transcripts wait for is named with its reason, and grows no more: a feature that is there is struck off, here and in the file. */
class AwaitedTest {

    /** Taking a name away is the last step of a feature; putting one back hides transcripts that were kept to. */
    private static final Set<Feature> AWAITED = EnumSet.noneOf(Feature.class);

    private final Library library = Library.harmony();

    @Test
    void what_is_awaited_is_what_is_listed_here() {
        assertThat(library.awaited()).isEqualTo(AWAITED);
    }

    @Test
    void each_awaited_feature_says_why() {
        library.reasons().properties().forEach(feature ->
            assertThat(feature.getValue().asText().split(" ")).as(feature.getKey()).hasSizeGreaterThan(3));
    }

    @Test
    void each_awaited_feature_has_transcripts_that_wait_for_it() {
        Set<Feature> waitedFor = new TreeSet<>();
        List<Transcript> transcripts = library.transcripts();
        transcripts.forEach(transcript -> waitedFor.addAll(transcript.awaits()));
        assertThat(waitedFor).containsAll(library.awaited());
    }
}
