package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 1-in-acqueon.camel.yaml}. */
class InAcqueonFlowTest extends RouteFileTest {
    InAcqueonFlowTest() {
        super("1-in-acqueon", "9-policies");
    }

    @Test
    void an_event_of_a_connection_is_decoded_dispatched_and_answered() throws Exception {
        assertThat(send("in-acqueon", "event").getException()).isNull();
        assertThat(steps.run()).containsExactly("acqueon.decode", "direct:dispatch", "acqueon.reply");
    }

    @Test
    void a_posted_envelope_is_decoded_dispatched_and_answered() throws Exception {
        assertThat(send("in-acqueon-post", "request").getException()).isNull();
        assertThat(steps.run()).containsExactly("acqueonPost.decode", "direct:dispatch", "acqueonPost.reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acqueon.decode", "direct:dispatch", "acqueon.reply"})
    void a_failure_ends_its_exchange_and_goes_no_further(String step) throws Exception {
        steps.fail(step);
        Exchange ended = send("in-acqueon", "event");
        assertThat(ended.getException()).isNull();
        assertThat(ended.getExchangeExtension().isFailureHandled()).isTrue();
        assertThat(steps.run()).endsWith(step);
    }
}
