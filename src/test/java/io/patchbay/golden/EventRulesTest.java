package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRulesTest {

    private final EventRules rules = new EventRules("ana");

    @BeforeEach
    void told_of_a_channel() {
        assertThat(event("S", "state.updated", "agent/ana", 1, 1, 1, "{}")).isEmpty();
        assertThat(event("S", "channel.created", "agent/ana", 2, 1, 1, "{channel: {id: C}}")).isEmpty();
    }

    @Test
    void the_parts_of_a_group_run_from_one_to_parts_unbroken() {
        assertThat(event("S.C", "channel.infochanged", "agent/ana", 3, 1, 2, "{}")).isEmpty();
        assertThat(event("S.C", "state.updated", "agent/ana", 4, 2, 2, "{}")).isPresent();
    }

    @Test
    void a_group_starts_with_its_first_part() {
        assertThat(event("S.C", "channel.infochanged", "agent/ana", 3, 2, 2, "{}")).contains("a group starts with part 1");
    }

    @Test
    void a_reply_never_stands_inside_a_group() {
        assertThat(event("S.C", "channel.infochanged", "agent/ana", 3, 1, 2, "{}")).isEmpty();
        assertThat(rules.broken(Library.parse("{command: c, result: success}", "test"))).isPresent();
    }

    @Test
    void numbers_of_a_subject_rise() {
        assertThat(event("S.C", "channel.infochanged", "agent/ana", 2, 1, 1, "{}")).isPresent();
    }

    @Test
    void the_subject_is_the_cell_of_the_object() {
        assertThat(event("S.C", "channel.infochanged", "interaction/C", 3, 1, 1, "{}")).isPresent();
        assertThat(event("S.C", "channel.infochanged", "agent/ben", 3, 1, 1, "{}")).isPresent();
    }

    @Test
    void an_interactions_events_are_of_its_own_subject_even_in_a_standalone_channel() {
        String id = "ABCDEFGH01234567";
        assertThat(event("S.C", "interaction.created", "interaction/" + id, 1, 1, 1, "{interaction: {id: " + id + "}}")).isEmpty();
        assertThat(event("S.C." + id, "state.updated", "interaction/" + id, 2, 1, 1, "{}")).isEmpty();
        assertThat(event("S.C." + id, "state.updated", "agent/ana", 3, 1, 1, "{}")).isPresent();
    }

    @Test
    void nothing_is_told_of_what_was_never_created_or_is_gone() {
        assertThat(event("S.X", "channel.infochanged", "agent/ana", 3, 1, 1, "{}")).isPresent();
        assertThat(event("S.C", "channel.disposed", "agent/ana", 3, 1, 1, "{}")).isEmpty();
        assertThat(event("S.C", "channel.infochanged", "agent/ana", 4, 1, 1, "{}")).isPresent();
    }

    @Test
    void ids_have_the_form_all_dialects_share() {
        assertThat(event("S.C", "interaction.created", "interaction/short", 1, 1, 1, "{interaction: {id: short}}")).isPresent();
    }

    private Optional<String> event(String target, String name, String subject, int number, int part, int parts, String data) {
        return rules.broken(Library.parse("{messageType: objectEvent, target: " + target + ", name: " + name + ", subject: " + subject
            + ", number: " + number + ", part: " + part + ", parts: " + parts + ", timestamp: '2026-01-05T09:00:00.000Z', data: " + data
            + "}", "test"));
    }
}
