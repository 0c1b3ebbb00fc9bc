package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.Rejected;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and digits do not come back, whatever became of the request. */
class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"command\":\"no.such\",\"target\":\"x\",\"data\":{\"digits\":\"4711\"}}",
        "{\"command\":\"conversation.request.senddtmf\",\"target\":\"%s\",\"data\":{\"digits\":\"4711\"}}",
        "{\"command\":\"conversation.request.senddtmf\",\"target\":\"x\",\"data\":{\" digits\":4711}}",
        "{\"command\":\"conversation.retrieve\",\"target\":\"%s\",\"data\":{\"digits\":\"4711\"}}",
        "{\"command\":\"conversation.request.senddtmf\",\"data\":{\"digits\" : \"4711\",}}",
        "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"id\":\"ana\",\"password\":\"4711",
        "[{\"digits\":[\"4711\"],\"password\":\"4711\"}]",
    })
    void digits_and_passwords_are_hidden(String text) {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        ana.text(text.replace("%s", SampleReplicas.target(ana, ".G.C.I.K")));
        assertThat(ana.received).singleElement().asString().doesNotContain("4711").contains("***");
        assertThat(ana.rejected).asString().doesNotContain("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "4711", "\"4711\"", "4711 {", "{\"4711\":1}", "{\"command\":\"4711\"}", "{\"command\":\"4711\",", "{\"command\":4711}",
        "{\"command\":{\"4711\":\"prepareSession\"}", "{\"password:\"4711\"}", "{password:4711}", "password=4711", "{\"digits\" \"4711\"}",
        "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"password\":\"47\"11\"}}}", "[\"command\",\"4711\"]",
        "{\"command\":\"prepareSession\",\"command\":\"4711\"}", "{\"command\":\"prepareSession 4711\"",
        "{\"command\":\"channel.request.ready\",\"target\":4711,\"data\":\"4711\"}",
    })
    void nothing_of_what_is_no_request_is_kept(String text) {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        ana.text(text);
        assertThat(ana.received).hasSize(1);
        assertThat(ana.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.toString()).doesNotContain("4711");
            assertThat(rejected.length()).isEqualTo(text.length());
            assertThat(rejected.request()).isIn(Optional.empty(), Optional.of("prepareSession"), Optional.of("channel.request.ready"));
        });
    }

    @Test
    void what_was_asked_is_told_where_it_can_be_made_out() {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        ana.text("{\" command\" : \" conversation.request.hold \",\"data\":{");
        ana.text("{\"data\":{\"command\":\"x\"},\"command\":\"conversation.request.hold\"}");
        assertThat(ana.rejected).extracting(Rejected::request).containsOnly(Optional.of("conversation.request.hold"));
        assertThat(ana.rejected).extracting(Rejected::user).containsOnly(Optional.of(new AgentId("ana")));
    }

    @Test
    void what_can_be_read_and_is_refused_has_no_place_there() {
        Desktop ana = Desktop.started(SampleReplicas.talking());
        ana.text("{\"command\":\"no.such\",\"target\":\"x\",\"data\":{}}");
        ana.text("{\"command\":\"channel.request.ready\",\"target\":\"x\",\"data\":{}}");
        assertThat(ana.received).hasSize(2);
        assertThat(ana.rejected).isEmpty();
    }
}
