package io.patchbay.door.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Snapshot;
import io.patchbay.door.TwoMembers;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client without a connection, on a real grid: it asks by single requests and polls what happened. */
class PolledSessionTest {
    private static TwoMembers grid;
    private static CommandGateway gateway;
    private final String name = "agent-" + UUID.randomUUID();
    private final AgentEntry agent = new AgentEntry(new AgentId(name), name, name, AgentEntry.Role.AGENT, List.of(), List.of(), List.of(),
            List.of());
    private final ClientSessions<Mailbox<String>> sessions = new ClientSessions<>(gateway, new SessionPolicy("polled",
            Exclusivity.EXCLUSIVE, false, Duration.ofMinutes(1), SessionPolicy.Replies.BEFORE_EVENTS));

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        gateway = grid.commandGateway();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static void give(Command command) throws Exception {
        assertThat(now(gateway.dispatch(new PendingCommand<>("test", Optional.of(command)))).outcome()).isEqualTo(Outcome.accepted());
    }

    private void happens(Body body) throws Exception {
        give(Command.of(gateway.newId(), Instant.now(), Subject.of(agent.id()), body));
    }

    private SessionConnection<Mailbox<String>> live() throws Exception {
        SessionStart start = sessions.start(agent.id(), false);
        give(start.command());
        Bound bound = new Bound();
        now(sessions.started(agent, start.session(), new Mailbox<>(new Events(), 10), bound));
        now(bound.connection.start(() -> { }));
        return bound.connection;
    }

    @Test
    void each_poll_brings_what_happened_since_the_one_before() throws Exception {
        Mailbox<String> mailbox = live().client();
        assertThat(mailbox.poll(9).frames()).containsExactly("0 channels");
        happens(new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        happens(new AgentCommand.AddChannel(Medium.EMAIL, "*", List.of()));
        List<String> read = new ArrayList<>();
        await().until(() -> read.addAll(mailbox.poll(1).frames()) && read.size() == 2);
        assertThat(read).containsExactly("agent.channelAdded", "agent.channelAdded");
        happens(new AgentCommand.EndSession(Cause.LOGOUT));
        await().until(() -> mailbox.poll(9).end().equals(Optional.of(SessionEnd.SESSION_OVER)));
    }

    @Test
    void a_session_without_requests_expires_and_signs_the_agent_out() throws Exception {
        SessionConnection<Mailbox<String>> connection = live();
        IdleSessions<Mailbox<String>> idle = new IdleSessions<>(sessions, Duration.ofMillis(1));
        idle.renew(connection);
        await().until(() -> !now(grid.second.lookup().state(Subject.of(agent.id()))).map(Agent.class::cast).orElseThrow().isSignedIn());
        assertThat(idle.of(agent.id())).isEmpty();
        assertThat(connection.state().isPresent()).isFalse();
    }

    @Test
    void a_session_that_is_used_is_found_until_it_is_forgotten() throws Exception {
        SessionConnection<Mailbox<String>> connection = live();
        IdleSessions<Mailbox<String>> idle = new IdleSessions<>(sessions, Duration.ofHours(1));
        idle.renew(connection);
        assertThat(idle.of(agent.id())).contains(connection);
        idle.forget(connection);
        assertThat(idle.of(agent.id())).isEmpty();
        idle.renew(connection);
        connection.leave();
        assertThat(idle.of(agent.id())).as("it is over").isEmpty();
    }

    private static final class Events implements SessionEncoder<String> {
        @Override
        public List<String> all(Snapshot now, Instant at) {
            return List.of(now.replicas().agent().channels().size() + " channels");
        }

        @Override
        public List<String> step(Delivery step) {
            return List.of(step.recorded().event().name());
        }
    }

    private static final class Bound implements BindReply<Mailbox<String>> {
        private SessionConnection<Mailbox<String>> connection;

        @Override
        public void bound(SessionConnection<Mailbox<String>> bound) {
            connection = bound;
        }

        @Override
        public void done(boolean reset) { }

        @Override
        public void refused(Outcome.Refused why) {
            throw new AssertionError(why);
        }
    }
}
