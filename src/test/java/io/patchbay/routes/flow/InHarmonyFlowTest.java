package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 1-in-harmony.camel.yaml}. */
class InHarmonyFlowTest extends RouteFileTest {
    InHarmonyFlowTest() {
        super("1-in-harmony", "9-policies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-harmony", "in-harmony-tcp"})
    void an_event_of_a_connection_is_decoded_dispatched_and_answered(String route) throws Exception {
        assertThat(send(route, "event").getException()).isNull();
        assertThat(steps.run()).containsExactly("harmony.decode", "direct:dispatch", "harmony.reply");
    }

    @Test
    void a_posted_request_is_decoded_dispatched_and_answered() throws Exception {
        assertThat(send("in-harmony-post", "request").getException()).isNull();
        assertThat(steps.run()).containsExactly("harmonyPost.decode", "direct:dispatch", "harmonyPost.reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harmony.decode", "direct:dispatch", "harmony.reply"})
    void a_failure_ends_its_exchange_and_goes_no_further(String step) throws Exception {
        steps.fail(step);
        Exchange ended = send("in-harmony", "event");
        assertThat(ended.getException()).isNull();
        assertThat(ended.getExchangeExtension().isFailureHandled()).isTrue();
        assertThat(steps.run()).endsWith(step);
    }
}
