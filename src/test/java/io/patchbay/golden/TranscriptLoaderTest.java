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

    @Test
    void a_genesys_request_is_below_the_base_and_answered_that_all_is_well() {
        Step.Ask ask = ask("{post: /me, body: {operationName: Ready}, with: cookie, sets: [JSESSIONID]}");
        assertThat(ask.client()).isEqualTo("genesys ana");
        assertThat(ask.path()).isEqualTo("/api/v2/me");
        assertThat(ask.with()).isEqualTo(Step.Credentials.COOKIE);
        assertThat(ask.status()).isEqualTo(200);
        assertThat(ask.sets()).containsExactly("JSESSIONID");
        assertThat(ask.reply()).hasToString("{\"statusCode\":0}");
    }

    @Test
    void a_genesys_error_has_the_http_code_of_its_status_code_and_a_text() {
        Step.Ask ask = ask("{get: /me/calls/x, error: 6}");
        assertThat(ask.body()).isNull();
        assertThat(ask.status()).isEqualTo(404);
        assertThat(ask.sets()).isNull();
        assertThat(ask.reply()).hasToString("{\"statusCode\":6,\"statusMessage\":\"$text\"}");
    }

    @Test
    void a_block_may_stand_in_a_list_of_a_reply() {
        assertThat(ask("{get: /me, reply: {parties: [{use: ANA}]}}").reply().at("/parties/0/phoneNumber").asText()).isEqualTo("5001");
    }

    @Test
    void an_acqueon_envelope_is_on_the_channel_cisco_and_a_post_of_it_accepted() {
        Step.Ask post = (Step.Ask) last(Library.acqueon(), "{acqueon: dan, post: {topic: Agent, subtopic: SetReadyState}}");
        assertThat(post.client()).isEqualTo("acqueon dan");
        assertThat(post.path()).isEqualTo("/acqueon");
        assertThat(post.body()).hasToString("{\"topic\":\"Agent\",\"subtopic\":\"SetReadyState\",\"channel\":\"Cisco\"}");
        assertThat(post.status()).isEqualTo(202);
        Step.Send sent = (Step.Send) last(Library.acqueon(), "{acqueon: dan, send: {channel: Amazon, topic: Agent}}");
        assertThat(sent.message()).hasToString("{\"channel\":\"Amazon\",\"topic\":\"Agent\"}");
    }

    @Test
    void a_finesse_request_has_a_method_and_an_error_has_its_status() {
        Step.Ask put = (Step.Ask) last(Library.acqueon(), "{finesse: dan, put: /User/dan, body: {User: {state: READY}}, rid: a}");
        assertThat(put.client()).isEqualTo("finesse dan");
        assertThat(put.path()).isEqualTo("/finesse/api/User/dan");
        assertThat(put.body()).hasToString("{\"method\":\"PUT\",\"requestId\":\"a\",\"xml\":{\"User\":{\"state\":\"READY\"}}}");
        assertThat(put.status()).isEqualTo(202);
        Step.Ask get = (Step.Ask) last(Library.acqueon(), "{finesse: dan, get: /Dialog/x, error: Dialog Not Found, of: dialog}");
        assertThat(get.body()).isNull();
        assertThat(get.status()).isEqualTo(404);
        assertThat(get.reply()).hasToString(
            "{\"ApiErrors\":[{\"ErrorType\":\"Dialog Not Found\",\"ErrorMessage\":\"$text\",\"ErrorData\":\"dialog\"}]}");
    }

    private static Step.Ask ask(String step) {
        return (Step.Ask) last(Library.genesys(), step.replaceFirst("\\{", "{genesys: ana, "));
    }

    private static List<String> frames(String step) {
        return ((Step.Expect) last(Library.harmony(), step.replaceFirst("\\{", "{client: ana, "))).frames().stream()
            .map(Object::toString).toList();
    }

    /** The last step that it is written out to. */
    private static Step last(Library library, String step) {
        Transcript transcript = new TranscriptLoader(library, "test")
            .load(Library.parse("{cites: [x], story: y, steps: [" + step + "]}", "test"));
        return transcript.steps().get(transcript.steps().size() - 1);
    }
}
