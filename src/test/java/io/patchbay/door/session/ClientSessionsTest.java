package io.patchbay.door.session;

import static io.patchbay.door.session.SessionPolicy.Replies.BEFORE_EVENTS;
import static io.patchbay.door.session.SessionPolicy.Replies.BY_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.GridCommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.TwoMembers;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients of one dialect on a real grid: side by side, one after the other, and come back. */
class ClientSessionsTest {
    private static TwoMembers grid;
    private static CommandGateway gateway;
    private final AgentEntry agent = entry("agent-" + UUID.randomUUID());
    private final ClientSessions<TestClient> shared = sessions(gateway, Exclusivity.SHARED, BY_EVENT);
    private final ClientSessions<TestClient> exclusive = sessions(gateway, Exclusivity.EXCLUSIVE, BEFORE_EVENTS);

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        gateway = grid.commandGateway();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private static ClientSessions<TestClient> sessions(CommandGateway gateway, Exclusivity exclusivity, SessionPolicy.Replies replies) {
        return new ClientSessions<>(gateway, new SessionPolicy("test", exclusivity, false, Duration.ofMinutes(1), replies));
    }

    private static AgentEntry entry(String name) {
        return new AgentEntry(new AgentId(name), name, name, AgentEntry.Role.AGENT, List.of(), List.of(), List.of(), List.of());
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Outcome give(Command command) throws Exception {
        return now(gateway.dispatch(new PendingCommand<>("test", Optional.of(command)))).outcome();
    }

    private TestClient bound(ClientSessions<TestClient> sessions, boolean override) throws Exception {
        SessionStart start = sessions.start(agent.id(), override);
        assertThat(give(start.command()).isAccepted()).isTrue();
        TestClient client = new TestClient();
        now(sessions.started(agent, start.session(), client, client));
        return client;
    }

    private TestClient live(ClientSessions<TestClient> sessions, boolean override) throws Exception {
        TestClient client = bound(sessions, override);
        now(client.connection.start(() -> client.told.add("started")));
        return client;
    }

    private void addChannel(TestClient client, String requestId, Medium medium) throws Exception {
        PendingRequest request = client.connection.requests().expect(Optional.of(requestId), "digest", Subject.of(agent.id()),
                new AgentCommand.AddChannel(medium, "*", List.of()));
        Outcome outcome = give(request.command());
        assertThat(outcome).isEqualTo(Outcome.accepted());
        client.connection.requests().completed(request, outcome, () -> client.told.add("reply"));
    }

    private Agent agent() throws Exception {
        return now(grid.second.lookup().state(Subject.of(agent.id()))).map(Agent.class::cast).orElse(Agent.SIGNED_OUT);
    }

    private Agent.Binding binding(TestClient client) throws Exception {
        return agent().binding(client.connection.session()).orElseThrow();
    }

    @Test
    void clients_that_share_a_binding_are_each_told_what_happens_and_what_they_asked_for() throws Exception {
        TestClient one = live(shared, false);
        TestClient two = live(shared, false);
        assertThat(one.connection.session()).isEqualTo(two.connection.session());
        assertThat(shared.of(agent.id())).containsExactly(one.connection, two.connection);
        assertThat(agent().session().orElseThrow().bindings()).hasSize(1);
        addChannel(one, "1", Medium.CHAT);
        await().untilAsserted(() -> assertThat(two.told).containsExactly("bound", "started", "0 channels", "channelAdded"));
        addChannel(two, "1", Medium.EMAIL);
        await().untilAsserted(() -> assertThat(one.told).filteredOn(text -> text.startsWith("channelAdded"))
                .containsExactly("channelAdded for 1", "channelAdded"));
        await().untilAsserted(() -> assertThat(two.told).contains("channelAdded for 1"));
        assertThat(agent().channels()).as("the same request id of another client is another request").hasSize(2);
    }

    @Test
    void a_shared_binding_is_lost_with_the_last_of_its_clients() throws Exception {
        TestClient one = live(shared, false);
        TestClient two = live(shared, false);
        assertThat(shared.lose(one.connection)).isEmpty();
        assertThat(one.quiet).isTrue();
        assertThat(shared.of(agent.id())).containsExactly(two.connection);
        addChannel(two, "1", Medium.EMAIL);
        assertThat(binding(two).lost()).isFalse();
        assertThat(one.told).doesNotContain("channelAdded");
        assertThat(give(shared.lose(two.connection).orElseThrow()).isAccepted()).isTrue();
        assertThat(binding(two).lost()).isTrue();
        TestClient three = live(shared, false);
        assertThat(three.connection.session()).isEqualTo(two.connection.session());
        assertThat(binding(three).lost()).isFalse();
    }

    @Test
    void clients_at_two_members_are_two_bindings_and_both_are_told() throws Exception {
        CommandGateway other = new GridCommandGateway(grid.second, "m2", Optional.empty(), Clock.systemUTC(), ForkJoinPool.commonPool());
        TestClient here = live(shared, false);
        TestClient there = live(sessions(other, Exclusivity.SHARED, BY_EVENT), false);
        assertThat(agent().session().orElseThrow().bindings()).extracting(Agent.Binding::member).containsExactly("m1", "m2");
        addChannel(there, "1", Medium.CHAT);
        await().untilAsserted(() -> assertThat(here.told).endsWith("channelAdded"));
        give(shared.lose(here.connection).orElseThrow());
        assertThat(List.of(binding(here).lost(), binding(there).lost())).containsExactly(true, false);
        assertThat(there.end).isNull();
    }

    @Test
    void a_loss_that_is_reported_while_a_client_is_there_is_undone() throws Exception {
        TestClient one = live(shared, false);
        Command loss = shared.lose(one.connection).orElseThrow();
        TestClient two = live(shared, false);
        assertThat(give(loss).isAccepted()).isTrue();
        await().until(() -> two.told.contains("bindingLost"));
        await().until(() -> !binding(two).lost());
        assertThat(two.end).isNull();
    }

    @Test
    void the_end_of_the_agents_session_ends_it_for_every_client() throws Exception {
        TestClient one = live(shared, false);
        TestClient two = live(shared, false);
        give(Command.of(gateway.newId(), Instant.now(), Subject.of(agent.id()), new AgentCommand.EndSession(Cause.LOGOUT)));
        await().until(() -> one.end == SessionEnd.SESSION_OVER && two.end == SessionEnd.SESSION_OVER);
        assertThat(shared.lose(one.connection)).isEmpty();
        assertThat(shared.lose(two.connection)).isEmpty();
    }

    @Test
    void an_exclusive_client_takes_the_place_of_the_older_one_only_if_it_overrides() throws Exception {
        TestClient older = live(exclusive, false);
        assertThat(give(exclusive.start(agent.id(), false).command()).isAccepted()).isFalse();
        TestClient newer = live(exclusive, true);
        await().until(() -> older.end == SessionEnd.TAKEN_OVER);
        assertThat(older.quiet).isTrue();
        assertThat(newer.connection.session()).isNotEqualTo(older.connection.session());
        assertThat(agent().session().orElseThrow().bindings()).extracting(Agent.Binding::id).containsExactly(newer.connection.session());
        assertThat(exclusive.lose(older.connection)).as("it has nothing to lose").isEmpty();
    }

    @Test
    void a_client_that_comes_back_is_told_what_it_missed_and_its_old_requests_are_known() throws Exception {
        TestClient first = live(exclusive, false);
        addChannel(first, "1", Medium.CHAT);
        await().until(() -> first.told.contains("channelAdded"));
        assertThat(first.told).containsSubsequence("reply", "channelAdded");
        long known = now(grid.second.lookup().latest(Subject.of(agent.id()))).get(1).number();
        give(exclusive.lose(first.connection).orElseThrow());
        give(Command.of(new CommandId(UUID.randomUUID().toString()), Instant.now(), Subject.of(agent.id()),
                new AgentCommand.AddChannel(Medium.EMAIL, "*", List.of())));
        TestClient back = resumed(first, known);
        assertThat(back.told).startsWith("bound", "bindingLost", "channelAdded");
        assertThat(back.connection.requests().accepted().first("1")).isPresent();
        assertThat(back.connection.state()).isEqualTo(new SessionState.Live());
        assertThat(first.connection.state()).isEqualTo(new SessionState.Over(SessionEnd.TAKEN_OVER));
    }

    private TestClient resumed(TestClient before, long known) throws Exception {
        SessionId session = before.connection.session();
        assertThat(give(exclusive.resume(agent.id(), session, false).command()).isAccepted()).isTrue();
        TestClient client = new TestClient();
        now(exclusive.resumed(agent, session, Map.of(Subject.of(agent.id()), known), client, client));
        return client;
    }

    @Test
    void a_client_that_knows_nothing_begins_anew() throws Exception {
        TestClient first = live(exclusive, false);
        addChannel(first, "1", Medium.CHAT);
        give(exclusive.lose(first.connection).orElseThrow());
        TestClient back = resumed(first, 0);
        assertThat(back.told).startsWith("bound anew", "1 channels");
    }

    @Test
    void an_agent_whose_state_does_not_come_is_refused_in_time_and_not_bound() throws Exception {
        ClientSessions<TestClient> late = new ClientSessions<>(new NeverReady(gateway),
                new SessionPolicy("test", Exclusivity.EXCLUSIVE, false, Duration.ofMinutes(1), BEFORE_EVENTS), Duration.ofMillis(10));
        TestClient client = bound(late, false);
        assertThat(client.told).containsExactly("refused UNAVAILABLE");
        assertThat(client.end).isEqualTo(SessionEnd.INTERNAL_ERROR);
        await().until(() -> binding(client).lost());
        assertThat(late.lose(client.connection)).isEmpty();
    }
}
