package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;

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
        Desktop ana = Desktop.started(Office.talking());
        ana.text(text.replace("%s", Office.target(ana, ".G.C.I.K")));
        assertThat(ana.received).singleElement().asString().doesNotContain("4711").contains("***");
    }
}
