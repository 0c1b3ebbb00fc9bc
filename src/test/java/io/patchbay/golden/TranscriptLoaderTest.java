package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptLoaderTest {

    @Test
    void a_success_echoes_the_request() {
        assertThat(frames("{send: {command: c, target: t, data: {a: 1}, requestId: r}, expect: [{reply: success}]}"))
            .containsExactly("{\"command\":\"c\",\"target\":\"t\",\"requestId\":\"r\",\"result\":\"success\",\"data\":{\"a\":1}}");
    }

    @Test
    void a_failure_carries_the_request_without_its_passwords() {
        assertThat(frames("{send: {command: c, data: {agent: {password: p}}}, expect: [{reply: INVALID_DATA}]}"))
            .containsExactly("{\"command\":\"c\",\"result\":\"failure\","
                + "\"failure\":{\"code\":\"INVALID_DATA\",\"message\":\"$text\",\"context\":\"\"},"
                + "\"original\":{\"command\":\"c\",\"data\":{\"agent\":{\"password\":\"***\"}}}}");
    }

    @Test
    void of_text_that_is_no_object_the_first_1024_characters_come_back() {
        String frame = frames("{sendRaw: [{repeat: x, times: 2000}], expect: [{reply: INVALID_MESSAGE}]}").get(0);
        assertThat(Library.parse(frame, "test").path("original").asText()).hasSize(1024);
        assertThat(frame).contains("\"command\":\"\"", "\"target\":\"\"");
    }

    @Test
    void capabilities_are_written_out_as_the_documented_array() {
        assertThat(frames("{send: {}, expect: [{caps: t, enable: [a], disable: [b]}]}")).containsExactly(
            "{\"messageType\":\"stateEvent\",\"target\":\"t\",\"name\":\"state.updated\",\"context\":{},"
                + "\"data\":[{\"type\":\"enable\",\"name\":\"a\"},{\"type\":\"disable\",\"name\":\"b\"}]}");
    }

    @Test
    void a_block_takes_arguments_from_where_it_is_used() {
        assertThat(frames("{send: {}, expect: [{use: CH_NOTREADY, reasoncode: '2'}]}").get(0))
            .contains("\"reasoncode\":\"2\"", "\"endpoint\":\"5001\"", "\"agentstate\":\"NOTREADY\"");
    }

    @Test
    void an_unknown_word_in_a_transcript_is_an_error() {
        assertThatThrownBy(() -> frames("{send: {}, expect: [{use: NOWHERE}]}")).hasMessageContaining("NOWHERE");
        assertThatThrownBy(() -> frames("{exspect: []}")).hasMessageContaining("nothing to do");
    }

    private static List<String> frames(String step) {
        String yaml = "{cites: [x], story: y, steps: [" + step.replaceFirst("\\{", "{client: ana, ") + "]}";
        Transcript transcript = new TranscriptLoader(Library.harmony(), "test").load(Library.parse(yaml, "test"));
        return ((Step.Expect) transcript.steps().get(transcript.steps().size() - 1)).frames().stream().map(Object::toString).toList();
    }
}
