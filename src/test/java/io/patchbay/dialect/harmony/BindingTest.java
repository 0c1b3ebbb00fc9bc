package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.wire.ConnectionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of one binding: prepareSession, session.start, requests in their order, logout, takeover, lost connection. */
class BindingTest {
    private final Desktop ana = new Desktop();

    private Desktop started() {
        return Desktop.started(SampleReplicas.idle());
    }

    private static void tell(Desktop desktop, AgentEvent event) {
        Recorded recorded = new Recorded(9, Sample.NOW, new CommandId("c"), Optional.empty(), event);
        desktop.gateway.listener.onEvent(new Delivery(Subject.of(Sample.ANA), 1, recorded, desktop.gateway.replicas,
                desktop.gateway.replicas));
    }

    @Test
    void preparing_starts_a_session_and_follows_the_agent_before_it_answers() {
        assertThat(ana.prepare()).hasToString("""
            {"command":"prepareSession","result":"success","data":{"session":{"id":"%1$s"},"workflow":{"serviceId":"WorkflowManager",\
            "resourceId":"%1$s"}}}""".formatted(ana.session()));
        assertThat(ana.lastBody()).isEqualTo(new AgentCommand.StartSession(new Agent.Binding(new SessionId(ana.session()), "harmony",
                "n1", true), Duration.ofMinutes(1), Optional.empty(), AgentCommand.StartSession.Mode.EXCLUSIVE));
        assertThat(ana.journal).containsExactly("follow ana", "success");
    }

    @Test
    void a_wrong_password_is_refused_and_none_comes_back() {
        JsonNode reply = ana.text("""
            {"command":"prepareSession","data":{"agent":{"id":"ana","password":"secret"}}}""");
        assertThat(reply.at("/failure/code").asText()).isEqualTo("NOT_AUTHENTICATED");
        assertThat(reply.path("original")).hasToString("""
            {"command":"prepareSession","data":{"agent":{"id":"ana","password":"***"}}}""");
        assertThat(reply.has("target")).isFalse();
        assertThat(ana.gateway.dispatched).isEmpty();
    }

    @Test
    void who_is_no_agent_cannot_work_as_one() {
        JsonNode reply = ana.text("""
            {"command":"prepareSession","data":{"agent":{"id":"sim","password":"sim"}}}""");
        assertThat(reply.at("/failure/code").asText()).isEqualTo("NOT_AUTHENTICATED");
    }

    @Test
    void a_session_that_exists_asks_to_confirm() {
        ana.gateway.outcome = Outcome.refused(Reason.ALREADY_BOUND, "x");
        assertThat(ana.prepare()).hasToString("""
            {"command":"prepareSession","result":"confirm","message":"This agent has a session. \
            Repeat the request with override to replace its client.","original":{"command":\
            "prepareSession","data":{"model":"","override":false,"agent":{"id":"ana","password":"***"}}}}""");
        assertThat(ana.journal).containsExactly("confirm");
    }

    @Test
    void override_is_passed_on_and_each_preparation_names_another_session() {
        ana.gateway.outcome = Outcome.refused(Reason.ALREADY_BOUND, "x");
        ana.prepare();
        ana.text("""
            {"command":"prepareSession","data":{"override":true,"agent":{"id":"ana","password":"ana"}}}""");
        List<AgentCommand.StartSession> starts = ana.gateway.dispatched.stream().map(c -> (AgentCommand.StartSession) c.body()).toList();
        assertThat(starts).extracting(AgentCommand.StartSession::mode)
                .containsExactly(AgentCommand.StartSession.Mode.EXCLUSIVE, AgentCommand.StartSession.Mode.OVERRIDE);
        assertThat(starts).extracting(AgentCommand.StartSession::binding).doesNotHaveDuplicates();
    }

    @Test
    void the_start_is_answered_before_what_there_is() {
        ana.prepare();
        ana.gateway.replicas = ana.bound(SampleReplicas.idle());
        ana.gateway.positions.put(Subject.of(Sample.ANA), new Recorded.Position(Subject.of(Sample.ANA), 1, 4));
        assertThat(ana.send("session.start", ana.session(), "{}")).hasToString("""
            {"command":"session.start","target":"%s","result":"success"}""".formatted(ana.session()));
        List<JsonNode> frames = ana.received.subList(2, ana.received.size());
        assertThat(frames).extracting(f -> f.path("name").asText()).containsExactly("state.updated", "channelgroup.created",
                "state.updated", "channel.created", "state.updated", "channel.infochanged", "state.updated", "channel.initialized",
                "channelgroup.initialized", "channel.externaldispositions.updated", "channel.created", "state.updated",
                "channel.initialized", "channel.externaldispositions.updated", "session.initialized");
        assertThat(frames).allSatisfy(f -> assertThat(f.path("snapshot").asBoolean()).isTrue());
        assertThat(frames.get(14)).hasToString("""
            {"messageType":"objectEvent","target":"%s","name":"session.initialized","data":{},"subject":"agent/ana","number":4,"part":15,\
            "parts":15,"snapshot":true,"timestamp":"2026-01-05T09:00:00.000Z"}""".formatted(ana.session()));
    }

    @Test
    void a_call_that_there_is_stands_inside_the_creation_events() {
        ana.prepare();
        ana.gateway.replicas = ana.bound(SampleReplicas.talking());
        ana.send("session.start", ana.session(), "{}");
        List<String> names = ana.received.stream().skip(2).filter(f -> f.path("subject").asText().startsWith("interaction/"))
                .map(Watcher::brief).toList();
        assertThat(names).containsExactly("interaction.created(C)", "SU(i)", "conversation.created(i)", "SU(K)", "m+(+15551234)",
                "conversation.initialized(K)", "interaction.datachanged(i)", "interaction.initialized(i)");
        assertThat(ana.received.get(ana.received.size() - 1).path("name").asText()).isEqualTo("session.initialized");
    }

    @Test
    void nothing_is_told_before_the_start() {
        ana.prepare();
        ana.gateway.replicas = ana.bound(SampleReplicas.idle());
        tell(ana, new AgentEvent.PendingStateChanged(Sample.C, Presence.READY, Optional.empty()));
        assertThat(ana.received).hasSize(1);
    }

    @Test
    void a_binding_that_was_taken_over_meanwhile_is_not_started() {
        ana.prepare();
        ana.gateway.replicas = SampleReplicas.idle();
        ana.send("session.start", ana.session(), "{}");
        assertThat(ana.closed).isEqualTo(4409);
        assertThat(ana.received).hasSize(1);
    }

    @Test
    void events_wait_for_the_reply() {
        Desktop desktop = started();
        desktop.send("channel.request.ready", SampleReplicas.target(desktop, ".G.C"), "{}");
        assertThat(desktop.journal).containsExactly("expect", "success", "answered");
    }

    @Test
    void a_request_id_names_the_command_for_this_session_only() {
        Desktop desktop = started();
        desktop.gateway.outcome = Outcome.refused(Reason.UNAVAILABLE, "x");
        desktop.sendWithId("1", "channel.request.ready", SampleReplicas.target(desktop, ".G.C"), "{}");
        desktop.sendWithId("1", "channel.ready", SampleReplicas.target(desktop, ".G.C"), "{ }");
        desktop.sendWithId("2", "channel.request.ready", SampleReplicas.target(desktop, ".G.C"), "{}");
        desktop.sendWithId("1", "channel.request.ready", SampleReplicas.target(desktop, ".G.C"), "{\"a\":1}");
        List<Command> all = desktop.gateway.dispatched;
        assertThat(all.get(0).id()).isEqualTo(all.get(1).id()).isEqualTo(all.get(3).id()).isNotEqualTo(all.get(2).id());
        assertThat(all.get(0).digest()).isEqualTo(all.get(1).digest()).isNotEqualTo(all.get(3).digest());
    }

    @Test
    void an_accepted_request_is_answered_again_even_when_its_target_is_gone() {
        Desktop desktop = started();
        String target = SampleReplicas.target(desktop, ".G.C");
        JsonNode first = desktop.sendWithId("1", "channel.request.ready", target, "{}");
        desktop.gateway.replicas = Replicas.NONE;
        assertThat(desktop.sendWithId("1", "channel.request.ready", target, "{}")).isEqualTo(first);
        assertThat(desktop.sendWithId("1", "channel.request.activate", target, "{}").at("/failure/code").asText()).isEqualTo("CONFLICT");
        assertThat(desktop.gateway.dispatched).hasSize(1);
    }

    @Test
    void a_logout_stops_what_is_told_before_it_is_answered_and_frees_the_connection() {
        Desktop desktop = started();
        assertThat(desktop.send("session.request.logout", desktop.session(), "{}")).hasToString("""
            {"command":"session.request.logout","target":"%s","result":"success"}""".formatted(desktop.session()));
        assertThat(desktop.journal).containsExactly("expect", "stop", "success", "answered");
        assertThat(desktop.send("channel.request.ready", "x", "{}").at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
        desktop.signal(new ConnectionEvent.Closed(desktop));
        assertThat(desktop.gateway.dispatched).hasSize(1);
    }

    @Test
    void a_lost_connection_loses_its_binding_and_is_followed_until_its_session_ends() {
        Desktop desktop = started();
        desktop.signal(new ConnectionEvent.Closed(desktop));
        assertThat(desktop.lastBody()).isEqualTo(new AgentCommand.LoseBinding(new SessionId(desktop.session())));
        tell(desktop, new AgentEvent.PendingStateChanged(Sample.C, Presence.READY, Optional.empty()));
        assertThat(desktop.journal).isEmpty();
        tell(desktop, new AgentEvent.SessionEnded(Cause.LOGOUT));
        assertThat(desktop.journal).endsWith("stop");
    }

    @Test
    void who_is_taken_over_is_closed_and_loses_nothing() {
        Desktop desktop = started();
        tell(desktop, new AgentEvent.BindingRemoved(new SessionId("another")));
        assertThat(desktop.isOpen()).isTrue();
        tell(desktop, new AgentEvent.BindingRemoved(new SessionId(desktop.session())));
        assertThat(desktop.closed).isEqualTo(4409);
        assertThat(desktop.send("channel.request.ready", "x", "{}").at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
        desktop.signal(new ConnectionEvent.Closed(desktop));
        assertThat(desktop.gateway.dispatched).isEmpty();
    }

    @Test
    void a_session_that_ends_elsewhere_is_told_and_then_closed() {
        Desktop desktop = started();
        tell(desktop, new AgentEvent.SessionEnded(Cause.LOGOUT));
        assertThat(desktop.journal).containsExactly("session.ended", "close 4410", "stop");
        tell(desktop, new AgentEvent.PendingStateChanged(Sample.C, Presence.READY, Optional.empty()));
        assertThat(desktop.journal).hasSize(3);
    }

    @Test
    void after_a_gap_everything_is_created_anew_with_full_lists() {
        Desktop desktop = started();
        desktop.gateway.listener.onReset(new Snapshot(desktop.gateway.replicas, desktop.gateway.positions));
        assertThat(desktop.received.get(0).path("data")).hasToString("""
            [{"name":"session.logout","type":"enable"},{"name":"session.login","type":"disable"}]""");
        assertThat(desktop.journal).contains("channelgroup.created").endsWith("session.initialized");
    }

    @Test
    void who_cannot_be_told_a_step_is_closed_rather_than_told_the_next() {
        Desktop desktop = started();
        desktop.gateway.replicas = Replicas.NONE;
        tell(desktop, new AgentEvent.PendingStateChanged(Sample.C, Presence.READY, Optional.empty()));
        assertThat(desktop.closed).isEqualTo(1011);
    }

    @Test
    void a_skilled_agent_is_asked_which_skill_an_outside_call_is_for() {
        Desktop caro = new Desktop();
        caro.text("""
            {"command":"prepareSession","data":{"agent":{"id":"caro","password":"caro"}}}""");
        caro.gateway.replicas = caro.bound(SampleReplicas.idle());
        caro.send("session.start", caro.session(), "{}");
        String target = SampleReplicas.target(caro, ".G.C");
        int before = caro.gateway.dispatched.size();
        JsonNode question = caro.send("channel.request.dial", target, "{\"destination\":\"+15550100\"}");
        assertThat(question.path("result").asText()).isEqualTo("needinfo");
        assertThat(question.path("uiExtension")).hasToString("""
            {"id":"inContact.outboundskill","skills":[{"id":"7001","skillName":"Retail"},{"id":"7002","skillName":"Business"}]}""");
        assertThat(caro.gateway.dispatched).hasSize(before);
        caro.send("channel.request.dial", target, "{\"destination\":\"+15550100\",\"extensions\":{\"skillId\":\"7002\"}}");
        assertThat(caro.lastBody()).isInstanceOf(AgentCommand.MakeCall.class);
    }
}
