package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 1-in-finesse.camel.yaml}. */
class InFinesseFlowTest extends RouteFileTest {
    InFinesseFlowTest() {
        super("1-in-finesse", "9-policies");
    }

    @Test
    void a_request_is_decoded_dispatched_and_answered() throws Exception {
        assertThat(send("in-finesse", "request").getException()).isNull();
        assertThat(steps.run()).containsExactly("finesse.decode", "direct:dispatch", "finesse.reply");
    }

    @Test
    void connection_events_of_notifications_are_served() throws Exception {
        assertThat(send("in-finesse-notifications", "event").getException()).isNull();
        assertThat(send("in-finesse-stream", "event").getException()).isNull();
        assertThat(steps.run()).containsExactly("finesseSockets.serve", "finesseStreams.serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finesse.decode", "direct:dispatch", "finesse.reply"})
    void a_failure_ends_its_exchange_and_goes_no_further(String step) throws Exception {
        steps.fail(step);
        Exchange ended = send("in-finesse", "request");
        assertThat(ended.getException()).isNull();
        assertThat(ended.getExchangeExtension().isFailureHandled()).isTrue();
        assertThat(steps.run()).endsWith(step);
    }
}
