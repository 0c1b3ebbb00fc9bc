package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.door.Delivery;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Recorded;
import io.patchbay.model.Recorded.Position;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.wire.ConnectionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** bindSession: what a client that lost its connection is told, and how fast. */
class ReconnectTest {
    private static final Subject ME = Subject.of(Sample.ANA);
    private final Desktop ana = Desktop.started(SampleReplicas.idle());

    @BeforeEach
    void lose_the_connection() {
        ana.signal(new ConnectionEvent.Closed(ana));
        ana.gateway.positions.put(ME, new Position(ME, 1, 12));
        ana.gateway.past = List.of(step(9), step(10), step(11), step(12));
        ana.journal.clear();
    }

    private Delivery step(long number) {
        AgentEvent event = new AgentEvent.PendingStateChanged(Sample.C, Presence.READY, Optional.empty());
        return new Delivery(ME, 1, new Recorded(number, Sample.NOW, new CommandId("c"), Optional.empty(), event), ana.gateway.replicas,
                ana.gateway.replicas);
    }

    private JsonNode bind(String after) {
        return ana.text("""
            {"command":"bindSession","data":{"session":{"id":"%s"},"agent":{"id":"ana","password":"ana"},"after":%s}}"""
            .formatted(ana.session(), after));
    }

    private List<Long> numbers() {
        return ana.received.stream().filter(frame -> frame.has("number")).map(frame -> frame.path("number").asLong()).distinct().toList();
    }

    @Test
    void what_it_has_is_not_told_again() {
        assertThat(bind("{\"agent/ana\":10}").at("/data/reset").asBoolean(true)).isFalse();
        assertThat(numbers()).containsExactly(11L, 12L);
        assertThat(ana.journal).startsWith("resume ana 10", "success");
    }

    @Test
    void who_has_numbers_that_never_were_begins_again() {
        assertThat(bind("{\"agent/ana\":13}").at("/data/reset").asBoolean()).isTrue();
        assertThat(ana.journal).contains("session.initialized");
    }

    @Test
    void who_names_no_number_of_its_own_begins_again() {
        assertThat(bind("{\"interaction/x\":3}").at("/data/reset").asBoolean()).isTrue();
    }

    @Test
    void a_number_of_a_session_before_this_one_is_too_old() {
        AgentEvent began = new AgentEvent.SessionStarted(ana.gateway.replicas.agent().session().orElseThrow().bindings().get(0),
                Duration.ZERO, Optional.empty());
        ana.gateway.past = List.of(new Delivery(ME, 1, new Recorded(11, Sample.NOW, new CommandId("c"), Optional.empty(), began),
                ana.gateway.replicas, ana.gateway.replicas), step(12));
        assertThat(bind("{\"agent/ana\":10}").at("/data/reset").asBoolean()).isTrue();
    }

    @Test
    void an_interaction_whose_end_is_no_longer_kept_is_not_left_with_the_client() {
        Agent had = ana.gateway.replicas.agent().with(new Work(Sample.I, Sample.C, Medium.VOICE, Work.Phase.ENDED, false));
        AgentEvent gone = new AgentEvent.SlotFreed(had.work().get(0), true);
        ana.gateway.past = List.of(step(10), new Delivery(ME, 1, new Recorded(11, Sample.NOW, new CommandId("c"), Optional.empty(), gone),
                new Replicas(had, Map.of()), ana.gateway.replicas), step(12));
        assertThat(bind("{\"agent/ana\":10,\"interaction/" + Sample.I + "\":70}").at("/data/reset").asBoolean()).isTrue();
    }

    @Test
    void an_interaction_of_which_all_that_was_missed_is_kept_goes_on() {
        inACall(70, 71);
        assertThat(bind("{\"agent/ana\":12,\"interaction/" + Sample.I + "\":69}").at("/data/reset").asBoolean(true)).isFalse();
        assertThat(numbers()).containsExactly(70L, 71L);
    }

    @Test
    void an_interaction_of_which_one_event_is_no_longer_kept_begins_again() {
        inACall(70, 71);
        assertThat(bind("{\"agent/ana\":12,\"interaction/" + Sample.I + "\":68}").at("/data/reset").asBoolean()).isTrue();
    }

    @Test
    void what_happened_before_the_agent_took_part_is_not_missed() {
        inACall(70);
        Delivery joined = ana.gateway.past.get(0);
        ana.gateway.past = List.of(new Delivery(joined.subject(), joined.era(), joined.recorded(), ana.bound(SampleReplicas.idle()),
                joined.after()));
        assertThat(bind("{\"agent/ana\":12}").at("/data/reset").asBoolean(true)).isFalse();
    }

    /** What is kept of it are these. */
    private void inACall(long... numbers) {
        Subject call = Subject.of(Sample.I);
        ana.gateway.replicas = ana.bound(SampleReplicas.dialled());
        ana.gateway.positions.put(call, new Position(call, 1, numbers[numbers.length - 1]));
        ana.gateway.past = LongStream.of(numbers).mapToObj(number -> new Delivery(call, 1, new Recorded(number, Sample.NOW,
                new CommandId("c"),
                Optional.empty(), new ContactEvent.DataChanged(Map.of("n", "" + number), List.of())), ana.gateway.replicas,
                ana.gateway.replicas)).toList();
    }

    @Test
    void it_is_told_no_faster_than_it_reads() {
        ana.room = 2;
        CompletableFuture<JsonNode> bound = CompletableFuture.supplyAsync(() -> bind("{\"agent/ana\":9}"));
        await().until(() -> !numbers().isEmpty());
        ana.gateway.listener.onEvent(step(13));
        assertThat(numbers()).containsExactly(10L);
        ana.room = 100;
        assertThat(bound.join().path("result").asText()).isEqualTo("success");
        assertThat(numbers()).containsExactly(10L, 11L, 12L, 13L);
    }

    @Test
    void who_reads_nothing_is_cut() {
        ana.room = 1;
        bind("{\"agent/ana\":9}");
        assertThat(ana.closed).isEqualTo(4408);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void a_session_that_ends_meanwhile_ends_it() {
        ana.room = 1;
        CompletableFuture<JsonNode> bound = CompletableFuture.supplyAsync(() -> bind("{\"agent/ana\":9}"));
        await().until(() -> !ana.received.isEmpty());
        ana.gateway.listener.onEvent(new Delivery(ME, 1, new Recorded(13, Sample.NOW, new CommandId("c"), Optional.empty(),
                new AgentEvent.SessionEnded(Cause.LOGOUT)), ana.gateway.replicas, ana.gateway.replicas));
        bound.join();
        assertThat(ana.closed).isEqualTo(4410);
    }

    @Test
    void a_loss_that_is_reported_late_is_undone() {
        bind("{\"agent/ana\":12}");
        int before = ana.gateway.dispatched.size();
        ana.gateway.listener.onEvent(new Delivery(ME, 1, new Recorded(13, Sample.NOW, new CommandId("c"), Optional.empty(),
                new AgentEvent.BindingLost(new SessionId(ana.session()))), ana.gateway.replicas, ana.gateway.replicas));
        assertThat(ana.gateway.dispatched).hasSize(before + 1);
        assertThat(ana.lastBody()).isEqualTo(new AgentCommand.StartSession(new Agent.Binding(new SessionId(ana.session()),
                "harmony", "n1", true), Duration.ZERO, Optional.empty(), AgentCommand.StartSession.Mode.RESUME_OVERRIDE));
        assertThat(ana.closed).isNull();
    }
}
