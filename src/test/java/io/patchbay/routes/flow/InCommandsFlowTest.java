package io.patchbay.routes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.wire.RecordRequest;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code 1-in-commands.camel.yaml}. */
class InCommandsFlowTest extends RouteFileTest {
    InCommandsFlowTest() {
        super("1-in-commands", "9-policies");
    }

    private static final List<String> ALL = List.of("recordIngress.read", "commands.decode", "direct:dispatch", "commands.reply",
            "replies.address", "replies.commit");

    private void given(String text) {
        steps.let("recordIngress.read", exchange -> exchange.getMessage().setBody(
                new RecordRequest(null, Optional.empty(), text, Optional.empty(), 0, 7)));
        steps.let("commands.reply", exchange -> exchange.getMessage().setBody(JsonNodeFactory.instance.objectNode().put("id", "x")));
    }

    @Test
    void a_record_is_parsed_dispatched_answered_and_committed() throws Exception {
        given("{\"id\":\"x\"}");
        Exchange ended = send("in-commands", "record");
        assertThat(ended.getException()).isNull();
        assertThat(steps.run()).isEqualTo(ALL);
        assertThat(ended.getMessage().getBody(String.class)).isEqualTo("{\"id\":\"x\"}");
    }

    @Test
    void a_record_that_is_no_json_goes_the_same_way() throws Exception {
        given("{");
        assertThat(send("in-commands", "record").getException()).isNull();
        assertThat(steps.run()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commands.decode", "direct:dispatch", "commands.reply", "replies.commit"})
    void a_failure_goes_back_to_the_consumer_which_reads_the_record_again(String step) throws Exception {
        given("{}");
        steps.fail(step);
        assertThat(send("in-commands", "record").getException()).hasMessageContaining(step);
        assertThat(steps.run()).endsWith(step);
    }
}
