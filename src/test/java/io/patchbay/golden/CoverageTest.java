package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code coverage.yaml} says which rows of the references have a transcript; the transcripts say it too, by what they cite. */
abstract class CoverageTest {

    private final Pattern listed;
    private final JsonNode coverage;
    private final List<Transcript> transcripts;

    /** @param listed the rows that the file has to list, as a regular expression */
    CoverageTest(Library library, String listed) {
        this.listed = Pattern.compile(listed);
        this.coverage = library.coverage();
        this.transcripts = library.transcripts();
    }

    @Test
    void every_listed_row_names_the_transcripts_that_cite_it() {
        TreeMap<String, TreeSet<String>> inFile = new TreeMap<>();
        coverage.properties().stream().filter(row -> row.getValue().has("in")).forEach(row -> inFile.put(row.getKey(),
            new TreeSet<>(StreamSupport.stream(row.getValue().get("in").spliterator(), false).map(JsonNode::asText).toList())));
        TreeMap<String, TreeSet<String>> cited = new TreeMap<>();
        transcripts.forEach(transcript -> transcript.cites().stream().filter(cite -> listed.matcher(cite).matches())
            .forEach(cite -> cited.computeIfAbsent(cite, name -> new TreeSet<>()).add(transcript.name())));
        assertThat(cited).isEqualTo(inFile);
    }

    /** The names of all rows that the file lists. */
    final List<String> rows() {
        return coverage.properties().stream().map(Map.Entry::getKey).toList();
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
            .anySatisfy(step -> assertThat(step).isInstanceOfAny(Step.Expect.class, Step.Ask.class)));
    }
}
