package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramePatternTest {

    private final Names names = new Names();
    private final FramePattern pattern = new FramePattern(names);

    @Test
    void a_placeholder_captures_first_and_must_be_equal_later() {
        assertThat(compare("{target: $S.$G, id: $G}", "{target: s-1.g_2, id: g_2}")).isEmpty();
        assertThat(compare("{target: $S.$G}", "{target: s-1.other}"))
            .hasValueSatisfying(text -> assertThat(text).startsWith("target should"));
        assertThat(names.get("ana.G")).contains("g_2");
    }

    @Test
    void a_session_is_the_clients_own_and_a_call_is_everybodys() {
        compare("{a: $S, k: $K}", "{a: s1, k: k1}");
        assertThat(pattern.difference("ben", yaml("{a: $S, k: $K}"), yaml("{a: s2, k: k1}"))).isEmpty();
        assertThat(pattern.difference("ben", yaml("{k: $K}"), yaml("{k: k2}"))).isPresent();
        assertThat(pattern.difference("ben", yaml("{a: '${ana.S}'}"), yaml("{a: s1}"))).isEmpty();
    }

    @Test
    void a_captured_id_never_holds_a_dot() {
        assertThat(compare("{target: $X}", "{target: a.b}")).isPresent();
    }

    @Test
    void a_word_for_a_form_takes_texts_of_that_form_only() {
        assertThat(compare("{duration: $seconds, id: $hex16}", "{duration: '12', id: 006c03a7194aa020}")).isEmpty();
        assertThat(compare("{duration: $seconds}", "{duration: 12}")).isPresent();
        assertThat(compare("{duration: $seconds}", "{duration: 12 s}")).isPresent();
        assertThat(compare("{id: $hex16}", "{id: 006C03A7194AA020}")).isPresent();
        assertThat(compare("{id: $uuid}", "{id: 27379f71-0f5a-42a1-b899-ea4456c6b337}")).isEmpty();
        assertThat(compare("{id: $hex32}", "{id: 27379f71-0f5a-42a1-b899-ea4456c6b337}")).isPresent();
        assertThat(compare("{at: $stamp, ms: $millis}", "{at: '2026-01-05 09:00:00.000+0000', ms: 1767603600000}")).isEmpty();
        assertThat(compare("{at: $stamp}", "{at: '2026-01-05T09:00:00.000Z'}")).isPresent();
        assertThat(compare("{ms: $millis}", "{ms: 1767603600}")).isPresent();
        assertThat(compare("{ms: $millis}", "{ms: '1767603600000'}")).isPresent();
    }

    @Test
    void a_reference_is_a_number_that_is_captured() {
        assertThat(compare("{a: $ref, b: $ref, c: $ref2}", "{a: 5, b: 5, c: 6}")).isEmpty();
        assertThat(compare("{a: $ref}", "{a: 6}")).isPresent();
        assertThat(compare("{a: $ref3}", "{a: '5'}")).isPresent();
        assertThat(compare("{a: $K}", "{a: 5}")).isPresent();
    }

    @Test
    void a_reply_is_exact_and_an_events_data_may_have_more() {
        assertThat(compare("{command: c, data: {}}", "{command: c, data: {more: 1}}")).isPresent();
        assertThat(compare("{command: c}", "{command: c, more: 1}")).isPresent();
        assertThat(compare("{messageType: objectEvent, name: n, data: {a: {}}}",
            "{messageType: objectEvent, name: n, data: {a: {b: 1}, c: 2}}")).isEmpty();
        assertThat(compare("{messageType: objectEvent, name: n, data: {a: {b: 1}}}", "{messageType: objectEvent, name: n, data: {a: {}}}"))
            .contains("data.a.b should be 1 but is missing");
        assertThat(compare("{messageType: objectEvent, name: n, data: {}}", "{messageType: objectEvent, name: n, data: {}, more: 1}"))
            .isPresent();
    }

    @Test
    void interaction_data_is_exact_inside_an_event() {
        String want = "{messageType: objectEvent, data: {interaction: {data: {ANI: '1'}}}}";
        assertThat(compare(want, "{messageType: objectEvent, data: {interaction: {data: {ANI: '1'}, id: x}}}")).isEmpty();
        assertThat(compare(want, "{messageType: objectEvent, data: {interaction: {data: {ANI: '1', secret: x}}}}")).isPresent();
    }

    @Test
    void capabilities_are_a_set() {
        String want = "{messageType: stateEvent, data: [{name: a, type: enable}, {name: b, type: disable}]}";
        assertThat(compare(want, "{messageType: stateEvent, data: [{name: b, type: disable}, {name: a, type: enable}]}")).isEmpty();
        assertThat(compare(want, "{messageType: stateEvent, data: [{name: a, type: enable}]}")).isPresent();
        assertThat(compare(want, "{messageType: stateEvent, data: [{name: a, type: enable}, {name: b, type: enable}]}")).isPresent();
        assertThat(compare(want, want.replace("]", ", {name: a, type: enable}]"))).isPresent();
    }

    @Test
    void the_members_of_every_event_are_compared_only_where_named() {
        assertThat(compare("{messageType: objectEvent, name: n}", "{messageType: objectEvent, name: n, number: 7, part: 1}")).isEmpty();
        assertThat(compare("{messageType: objectEvent, part: 2}", "{messageType: objectEvent, part: 1}")).isPresent();
        assertThat(compare("{messageType: objectEvent}", "{messageType: objectEvent, snapshot: true}")).isPresent();
    }

    @Test
    void words_for_anything_nothing_a_time_and_a_text() {
        assertThat(compare("{a: $*}", "{a: {b: [1]}}")).isEmpty();
        assertThat(compare("{a: $*}", "{}")).isPresent();
        assertThat(compare("{a: $none}", "{}")).isEmpty();
        assertThat(compare("{a: $none}", "{a: null}")).isEmpty();
        assertThat(compare("{a: $none}", "{a: x}")).isPresent();
        assertThat(compare("{a: $time}", "{a: '2026-01-05T09:00:00.000Z'}")).isEmpty();
        assertThat(compare("{a: $time}", "{a: '2026-01-05T09:00:00Z'}")).isPresent();
        assertThat(compare("{a: $text}", "{a: 'Say which call.'}")).isEmpty();
        assertThat(compare("{a: $text}", "{a: ''}")).isPresent();
        assertThat(compare("{a: $text}", "{a: 'java.lang.NullPointerException'}")).isPresent();
    }

    private Optional<String> compare(String want, String got) {
        return pattern.difference("ana", yaml(want), yaml(got));
    }

    private static JsonNode yaml(String text) {
        return Library.parse(text, "test");
    }
}
