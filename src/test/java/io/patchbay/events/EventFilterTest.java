package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFilterTest {

    @Test
    void a_misspelt_member_of_the_first_frame_is_answered_with_the_known_one() throws JsonProcessingException {
        JsonNode frame = new ObjectMapper().readTree("{\"subscribe\":{\"agnets\":[\"ana\"]}}");
        assertThatThrownBy(() -> EventFilter.of(frame))
                .hasMessage("The object subscribe allows only the members agents, types and after (did you mean agents?).");
    }

    @Test
    void a_misspelt_parameter_of_a_stream_is_answered_with_the_known_one() {
        assertThatThrownBy(() -> EventFilter.of(Map.of("type", "cti.call.*")))
                .hasMessage("The query allows only the parameters agents, types and after (did you mean types?).");
    }
}
