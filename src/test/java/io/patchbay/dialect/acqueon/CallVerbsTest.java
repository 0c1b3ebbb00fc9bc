package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.contract.Posting;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verbs on calls, between two agents, a supervisor and a customer. */
class CallVerbsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private RunningGateway gateway;
    private CiscoClient ana;
    private CiscoClient ben;
    private CiscoClient sam;
    private Posting sim;
    private int requests;

    @BeforeEach
    void signIn() {
        gateway = RunningGateway.start(Map.of("node.name", "acqueon-calls"));
        ana = new CiscoClient(gateway.http()).signIn("ana", "5001");
        ben = new CiscoClient(gateway.http()).signIn("ben", "5002");
        sam = new CiscoClient(gateway.http()).signIn("sam", "5009");
        sim = new Posting(gateway.http(), "sim", List.of());
    }

    @AfterEach
    void leave() {
        List.of(ana, ben, sam).forEach(CiscoClient::cut);
        gateway.close();
    }

    /** Sends the verb; the type of its error, or empty if an event answers it. */
    private String verb(CiscoClient by, String topic, String subtopic, Map<String, String> data) {
        String id = "r" + ++requests;
        ObjectNode envelope = CiscoClient.envelope(topic, subtopic, data).put("requestId", id);
        by.send(envelope.toString());
        return CiscoClient.error(by.await(answer -> answer.path("requestId").asText().equals(id)));
    }

    private String call(CiscoClient by, String subtopic, Map<String, String> data) {
        return verb(by, "OutboundCall", subtopic, data);
    }

    /** What the agent is told of a call may be behind what the call is. */
    private void eventually(CiscoClient by, String subtopic, Map<String, String> data, String error) {
        await().atMost(SOON).until(() -> call(by, subtopic, data), error::equals);
    }

    private void until(String call, String address, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(CallParties.state(gateway.http(), call, address)).isEqualTo(state));
    }

    private String arrived(String to) {
        sim.send("/platform/calls", "{\"from\":\"+15551234\",\"to\":\"" + to + "\"}");
        return CiscoClient.tree(sim.next().body()).path("call").asText();
    }

    @Test
    void a_call_is_answered_held_consulted_and_transferred() {
        String k1 = arrived("5001");
        until(k1, "5001", "alerting");
        eventually(ana, "SetDROP", Map.of(), "Invalid State");
        assertThat(call(ana, "SetAnswer", Map.of("CallID", k1))).isEmpty();
        until(k1, "5001", "connected");
        assertThat(call(ana, "SetHOLD", Map.of())).isEmpty();
        until(k1, "5001", "held");
        assertThat(call(ana, "SetCONSULT", Map.of("toAddress", "5002"))).isEqualTo("Invalid State");
        assertThat(call(ana, "SetRETRIEVE", Map.of())).isEmpty();
        until(k1, "5001", "connected");
        assertThat(call(ana, "SetSEND_DTMF", Map.of("digits", "1#"))).isEmpty();
        assertThat(verb(ana, "Agent", "UpdateCallVariables", Map.of("callID", k1, "key", "callVariable1", "value", "gold"))).isEmpty();
        assertThat(call(ana, "SetCONSULT", Map.of("MediaAddress", "5001", "CallID", k1, "toAddress", "5002"))).isEmpty();
        until(k1, "5001", "held");
        assertThat(call(ana, "SetTRANSFER", Map.of("CallID", k1))).isEqualTo("Invalid State");
        assertThat(call(ana, "SetCONFERENCE", Map.of("CallID", k1))).isEqualTo("Invalid State");
        eventually(ben, "SetANSWER", Map.of(), "");
        eventually(ana, "SetTRANSFER", Map.of("CallID", k1), "");
        until(k1, "5002", "connected");
        until(k1, "5001", "");
        eventually(ben, "SetTRANSFER_SST", Map.of("toAddress", "5009"), "");
        until(k1, "5009", "alerting");
    }

    @Test
    void a_supervisor_monitors_barges_in_and_drops() {
        assertThat(verb(ana, "Team", "SetSilentMonitoring", Map.of("toAddress", "5002"))).isEqualTo("Authorization Failure");
        assertThat(verb(sam, "Team", "SetSilentMonitoring", Map.of("toAddress", "5001"))).isEqualTo("Invalid State");
        assertThat(verb(sam, "Team", "SetSilentMonitoring", Map.of("toAddress", "5999"))).isEqualTo("User Not Found");
        String k1 = arrived("5001");
        until(k1, "5001", "alerting");
        eventually(ana, "SetANSWER", Map.of(), "");
        until(k1, "5001", "connected");
        assertThat(call(sam, "SetBARGE CALL", Map.of())).isEqualTo("Dialog Not Found");
        assertThat(verb(sam, "Team", "SetSilentMonitoring", Map.of("fromAddress", "5009", "toAddress", "5001", "UserName", "ana")))
                .isEmpty();
        assertThat(verb(sam, "Team", "SetSilentMonitoring", Map.of("toAddress", "5001"))).isEqualTo("Invalid State");
        eventually(sam, "SetBARGE CALL", Map.of("fromAddress", "5009", "toAddress", "5001"), "");
        until(k1, "5009", "connected");
        await().atMost(SOON).until(() -> verb(sam, "Team", "SetDropParticipant",
                Map.of("CallID", k1, "Address", "5001", "UserName", "ana")).isEmpty());
        until(k1, "5001", "");
    }

    @Test
    void a_supervisor_sets_the_state_of_an_agent() {
        assertThat(verb(ana, "Agent", "SetReadyState", Map.of())).isEmpty();
        assertThat(verb(sam, "Team", "SetTeamAgentNotReadyState", Map.of("Username", "ana", "State", "NotReady", "ReasonCodeId", "-1")))
                .isEmpty();
        ana.awaitState("NOT_READY");
        assertThat(verb(sam, "Team", "SetTeamAgentReadyState", Map.of("UserName", "ana"))).isEmpty();
        ana.awaitState("READY");
        assertThat(verb(ana, "Team", "SetTeamAgentReadyState", Map.of("UserName", "ben"))).isEqualTo("Authorization Failure");
        assertThat(verb(sam, "Team", "SetTeamAgentReadyState", Map.of("UserName", "nobody"))).isEqualTo("User Not Found");
        assertThat(verb(sam, "Team", "SetTeamAgentLogout", Map.of("UserName", "ana"))).isEmpty();
        ana.awaitState("LOGOUT");
        assertThat(verb(ana, "Agent", "SetReadyState", Map.of())).isEqualTo("Authorization Failure");
    }

    @Test
    void a_call_of_a_queue_ends_with_its_wrap_up() {
        assertThat(verb(ana, "Agent", "SetReadyState", Map.of())).isEmpty();
        String k1 = arrived("sales");
        until(k1, "5001", "alerting");
        eventually(ana, "SetANSWER", Map.of("CallID", k1), "");
        until(k1, "5001", "connected");
        assertThat(call(ana, "SetDROP", Map.of())).isEmpty();
        eventually(ana, "SetDROP", Map.of(), "Dialog Not Found");
        assertThat(verb(ana, "Agent", "WrapUpCall", Map.of("callID", k1, "wrapup", "sale"))).isEmpty();
        await().atMost(SOON).until(() -> verb(ana, "Agent", "WrapUpCall", Map.of("callID", k1, "wrapup", "sale"))
                .equals("Dialog Not Found"));
        assertThat(verb(ana, "Agent", "SetNotReadyState", Map.of())).isEmpty();
        assertThat(verb(ana, "Connection", "Logout", Map.of("ReasonCodeId", "10"))).isEmpty();
    }
}
