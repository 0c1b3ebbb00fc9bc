package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.model.AgentId;
import io.patchbay.model.InteractionEvent;
import io.patchbay.testing.EventTypes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {

    @Test
    void every_published_event_of_an_interaction_is_known_by_its_type() {
        EventTypes.byName().forEach((name, type) -> {
            if (InteractionEvent.class.isAssignableFrom(type)) {
                assertThat(EventNames.ofInteraction("cti." + name + ".v1").map(found -> (Object) found)).as(name).hasValue(type);
            }
        });
    }

    @Test
    void without_its_beginning_an_interaction_is_seen_by_whom_an_event_names() {
        JsonNode held = JsonNodeFactory.instance.objectNode().put("agent", "ana");
        JsonNode nobody = JsonNodeFactory.instance.objectNode();
        Parties parties = new Parties();
        assertThat(parties.of(new EventId("interaction/I", 1, 7), "cti.call.held.v1", held)).hasValueSatisfying(
                seen -> assertThat(seen).containsExactly(new AgentId("ana")));
        assertThat(parties.of(new EventId("interaction/I", 1, 8), "cti.interaction.dataChanged.v1", nobody)).hasValueSatisfying(
                seen -> assertThat(seen).isEmpty());
        assertThat(parties.of(new EventId("interaction/I", 1, 8), "cti.interaction.dataChanged.v1", nobody)).as("a repeat").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cti.call.*, cti.call.held.v1, true", "cti.call.*, cti.agent.held.v1, false", "*, anything, true",
            "cti.call.held, cti.call.held.v1, true", "cti.call.held, cti.call.held.v12, true", "cti.call.hel, cti.call.held.v1, false",
            "cti.*.held.v1, cti.call.held.v1, true", "*.v2, cti.call.held.v1, false", "cti.c*l*.v1, cti.call.held.v1, true",
            "cti.call.held.v1.more, cti.call.held.v1, false", "ctixcall.*, cti.call.held.v1, false"})
    void a_pattern_of_types(String pattern, String type, boolean matches) {
        assertThat(new Glob(pattern).matches(type)).isEqualTo(matches);
    }

    @Test
    void no_pattern_is_slow() {
        String stars = "*a".repeat(50);
        assertTimeout(Duration.ofSeconds(2), () -> new Glob(stars).matches("a".repeat(40) + "b"));
    }
}
