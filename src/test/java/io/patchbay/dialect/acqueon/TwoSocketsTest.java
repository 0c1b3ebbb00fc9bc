package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.RunningGateway;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sockets of one agent, one of them for some topics only. */
class TwoSocketsTest {
    private RunningGateway gateway;
    private CiscoClient all;
    private CiscoClient some;

    @BeforeEach
    void signIn() {
        gateway = RunningGateway.start(Map.of("node.name", "acqueon-two"));
        all = new CiscoClient(gateway.http()).signIn("ana", "5001");
        some = new CiscoClient(gateway.http()).signIn("ana", "5001");
    }

    @AfterEach
    void leave() {
        all.close();
        gateway.close();
    }

    private void subscribe(String... topics) {
        ObjectNode subscribe = CiscoClient.JSON.createObjectNode().put("topic", "Bus").put("subtopic", "Subscribe").put("requestId", "sub");
        for (String topic : topics) {
            subscribe.withObjectProperty("data").withArray("topics").add(topic);
        }
        some.send(subscribe.toString());
        assertThat(some.await(envelope -> envelope.path("requestId").asText().equals("sub")).path("subtopic").asText())
                .isEqualTo("Subscribe");
    }

    @Test
    void the_id_of_a_request_goes_to_the_socket_that_sent_it() {
        some.send(CiscoClient.envelope("Agent", "SetReadyState", Map.of()).put("requestId", "mine").toString());
        assertThat(some.awaitState("READY").path("requestId").asText()).isEqualTo("mine");
        assertThat(all.awaitState("READY").has("requestId")).isFalse();
    }

    @Test
    void a_narrowed_socket_gets_its_topics_and_the_answers_to_what_it_sends() {
        subscribe("error ", "InboundCall");
        all.send("Agent", "SetReadyState", Map.of()).awaitState("READY");
        some.send("Agent", "SetNotReadyState", Map.of("ReasonCodeId", "no such"));
        assertThat(some.awaitError()).isEqualTo("Invalid Input");
        assertThat(some.seen().subList(some.seen().size() - 2, some.seen().size())).extracting(envelope -> envelope.path("topic").asText())
                .containsExactly("Bus", "Error");
        assertThat(some.send("Bus", "Subscribe", Map.of("topics", "Agent")).awaitError()).isEqualTo("Invalid Input");
    }

    @Test
    void an_error_of_an_app_reaches_all_sockets_of_its_agent() {
        ObjectNode error = CiscoClient.envelope("Error", "SetAPIError", Map.of("packet", "apierror"));
        ((ObjectNode) error.path("data")).putObject("data").put("errorType", "Crm").put("errorMessage", "down").put("msg", "Try later")
                .put("token", "secret");
        some.send(error.put("requestId", "e").toString());
        JsonNode own = some.await(envelope -> CiscoClient.error(envelope).equals("Crm"));
        assertThat(own.path("requestId").asText()).isEqualTo("e");
        JsonNode other = all.await(envelope -> CiscoClient.error(envelope).equals("Crm"));
        assertThat(other.at("/data/data/msg").asText()).isEqualTo("Try later");
        assertThat(other.toString()).doesNotContain("secret", "requestId");
    }

    @Test
    void a_state_that_is_there_is_told_once_more() {
        some.send(CiscoClient.envelope("Agent", "SetNotReadyState", Map.of()).put("requestId", "again").toString());
        assertThat(some.awaitState("NOT_READY").path("requestId").asText()).isEqualTo("again");
        some.send(CiscoClient.envelope("App", "StateSync", Map.of()).put("requestId", "sync").toString());
        assertThat(some.await(envelope -> envelope.has("requestId")).path("subtopic").asText()).isEqualTo("OpenConnection");
    }

    @Test
    void the_session_goes_on_while_one_socket_is_there() {
        some.cut();
        all.send("Agent", "SetReadyState", Map.of()).awaitState("READY");
    }
}
