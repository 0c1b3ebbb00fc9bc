package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenDoorTest {
    private static final List<Transcript> TRANSCRIPTS = Library.harmony().transcripts();
    private static final Set<GoldenDoor> ALL = EnumSet.allOf(GoldenDoor.class);

    @Test
    void every_transcript_is_played_and_those_about_connections_at_all_their_doors() {
        assertThat(TRANSCRIPTS).anyMatch(Transcript::isAboutConnections).anyMatch(transcript -> !transcript.isAboutConnections());
        for (int place = 0; place < TRANSCRIPTS.size(); place++) {
            Transcript transcript = TRANSCRIPTS.get(place);
            assertThat(doors(place, 1)).as(transcript.name()).hasSize(transcript.isAboutConnections() ? playable(place).size() : 1);
        }
    }

    @Test
    void three_tries_are_all_doors() {
        for (int place = 0; place < TRANSCRIPTS.size(); place++) {
            assertThat(doors(place, 3)).as(TRANSCRIPTS.get(place).name()).isEqualTo(playable(place));
        }
    }

    @Test
    void every_topic_is_played_at_every_door() {
        Map<String, Set<GoldenDoor>> doors = IntStream.range(0, TRANSCRIPTS.size()).boxed().collect(Collectors.groupingBy(
            place -> topic(TRANSCRIPTS.get(place)), Collectors.flatMapping(place -> doors(place, 1).stream(), Collectors.toSet())));
        assertThat(doors.keySet().stream().filter(topic -> count(topic) >= ALL.size())).isNotEmpty()
            .allSatisfy(topic -> assertThat(doors.get(topic)).as(topic).isEqualTo(ALL));
    }

    private static Set<GoldenDoor> doors(int place, int times) {
        return ALL.stream().filter(door -> door.isInTurn(TRANSCRIPTS.get(place), place, times)).collect(Collectors.toSet());
    }

    private static Set<GoldenDoor> playable(int place) {
        return ALL.stream().filter(TRANSCRIPTS.get(place)::isPlayableOver).collect(Collectors.toSet());
    }

    private static String topic(Transcript transcript) {
        return transcript.name().split("/")[0];
    }

    private static long count(String topic) {
        return TRANSCRIPTS.stream().filter(transcript -> topic(transcript).equals(topic)).count();
    }
}
