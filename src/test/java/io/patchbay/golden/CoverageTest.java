package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code coverage.yaml} says which rows of the references have a transcript; the transcripts say it too, by what they cite. */
class CoverageTest {

    private static final Pattern LISTED = Pattern.compile("(harmony\\.md 2\\.[1-5]|CHOREOGRAPHY B[1-7]) .*");

    private final JsonNode coverage = Library.harmony().coverage();
    private final List<Transcript> transcripts = Library.harmony().transcripts();

    @Test
    void every_listed_row_names_the_transcripts_that_cite_it() {
        TreeMap<String, TreeSet<String>> listed = new TreeMap<>();
        coverage.properties().stream().filter(row -> row.getValue().has("in")).forEach(row -> listed.put(row.getKey(),
            new TreeSet<>(StreamSupport.stream(row.getValue().get("in").spliterator(), false).map(JsonNode::asText).toList())));
        TreeMap<String, TreeSet<String>> cited = new TreeMap<>();
        transcripts.forEach(transcript -> transcript.cites().stream().filter(cite -> LISTED.matcher(cite).matches())
            .forEach(cite -> cited.computeIfAbsent(cite, name -> new TreeSet<>()).add(transcript.name())));
        assertThat(cited).isEqualTo(listed);
    }

    @Test
    void a_row_without_a_transcript_says_why() {
        coverage.properties().forEach(row -> {
            boolean covered = !row.getValue().path("in").isEmpty();
            boolean explained = !row.getValue().path("later").asText().isBlank();
            assertThat(covered).as(row.getKey()).isNotEqualTo(explained);
        });
    }

    @Test
    void every_transcript_expects_something() {
        assertThat(transcripts).allSatisfy(transcript -> assertThat(transcript.steps())
            .anySatisfy(step -> assertThat(step).isInstanceOf(Step.Expect.class)));
    }
}
