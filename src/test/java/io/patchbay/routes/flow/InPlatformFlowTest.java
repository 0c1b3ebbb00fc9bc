package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.wire.HttpResponse;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 1-in-platform.camel.yaml}. */
class InPlatformFlowTest extends RouteFileTest {
    InPlatformFlowTest() {
        super("1-in-platform", "9-policies");
    }

    @Test
    void a_request_is_decoded_dispatched_and_answered() throws Exception {
        assertThat(send("in-platform", "request").getException()).isNull();
        assertThat(steps.run()).containsExactly("platform.decode", "direct:dispatch", "platform.reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform.decode", "direct:dispatch", "platform.reply"})
    void a_failure_is_answered_by_the_door(String step) throws Exception {
        steps.fail(step);
        Exchange ended = send("in-platform", "request");
        assertThat(ended.getException()).isNull();
        assertThat(steps.run()).endsWith(step);
        HttpResponse told = ended.getMessage().getBody(HttpResponse.class);
        assertThat(told.status()).isEqualTo(500);
        assertThat(told.body()).contains("INTERNAL").doesNotContain("secret");
    }
}
