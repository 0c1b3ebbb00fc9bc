package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of one dialect that are bound at this member, also those whose connection is lost, until they end or are bound elsewhere. A
 * dialect gives the command of {@link #start} or {@link #resume} and, when it was accepted, calls {@link #started} or {@link #resumed}.
 * Thread-safe; nothing here blocks.
 *
 * @param <C> the dialect's side of a connection
 */
public final class ClientSessions<C extends SessionClient<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSessions.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(5);

    private final Map<SessionId, ClientSession<C>> all = new HashMap<>();
    private final AtomicLong entered = new AtomicLong();
    private final CommandGateway gateway;
    private final SessionPolicy policy;
    private final SessionCommands commands;
    private final Duration readyWithin;

    public ClientSessions(CommandGateway gateway, SessionPolicy policy) {
        this(gateway, policy, READY_WITHIN);
    }

    /** @param readyWithin how long a client waits for the agent's state before it is refused */
    ClientSessions(CommandGateway gateway, SessionPolicy policy, Duration readyWithin) {
        this.gateway = gateway;
        this.policy = policy;
        this.commands = new SessionCommands(gateway, policy);
        this.readyWithin = readyWithin;
    }

    /** Begins a session. @param override whether an exclusive one takes the place of another client's */
    public SessionStart start(AgentId agent, boolean override) {
        return commands.start(agent, override);
    }

    /** Comes back to a session. @param override whether also where it is not lost */
    public SessionStart resume(AgentId agent, SessionId session, boolean override) {
        return commands.resume(agent, session, override);
    }

    /** The agent has the session: the client is answered as soon as the agent's state is known here. */
    public CompletionStage<Void> started(AgentEntry agent, SessionId session, C client, BindReply<C> reply) {
        return bind(enter(agent, session, client, Optional.empty()), new Answer<>(reply));
    }

    /** As above, at a member that may have followed the session before. @param after for each subject the number up to which it has all */
    public CompletionStage<Void> resumed(AgentEntry agent, SessionId session, Map<Subject, Long> after, C client, BindReply<C> reply) {
        return bind(enter(agent, session, client, Optional.of(after)), new Answer<>(reply));
    }

    /** The clients of an agent that are there, of one session the oldest first: for a dialect whose requests come without one. */
    public synchronized List<SessionConnection<C>> of(AgentId agent) {
        return all.values().stream().filter(session -> session.agent().id().equals(agent)).flatMap(ClientSession::present).toList();
    }

    /** The connection is gone. @return the command by which its binding is lost, unless it is over or other clients share it */
    public Optional<Command> lose(SessionConnection<C> connection) {
        return lose(connection, false);
    }

    /** Nobody asked for anything for a while, and there is no connection that could be lost: as above, and the agent may be signed out. */
    public void expire(SessionConnection<C> connection) {
        lose(connection, true).ifPresent(this::give);
    }

    CommandGateway gateway() {
        return gateway;
    }

    SessionPolicy policy() {
        return policy;
    }

    /** The loss of an earlier connection of this session was reported late: this one is there. */
    void rebind(SessionConnection<C> connection) {
        give(commands.resume(connection.agent(), connection.session(), true).command());
    }

    synchronized void remove(SessionConnection<C> connection, ClientSession<C> session) {
        session.remove(connection);
        if (session.isEmpty()) {
            all.remove(session.id(), session);
        }
    }

    /** In bounded time: else with {@link TimeoutException}. */
    CompletionStage<Void> ready(Feed feed) {
        return feed.ready().toCompletableFuture().copy().orTimeout(readyWithin.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Of clients that come at the same time each is the older one of the next. @param after of a client that comes back */
    private synchronized Handover<C> enter(AgentEntry agent, SessionId id, C client, Optional<Map<Subject, Long>> after) {
        ClientSession<C> session = all.computeIfAbsent(id,
                fresh -> new ClientSession<>(id, agent, policy.exclusivity(), after.isPresent()));
        String scope = policy.exclusivity() == Exclusivity.EXCLUSIVE ? id.value() : id.value() + "/" + entered.incrementAndGet();
        SessionConnection<C> connection = new SessionConnection<>(this, session, client, scope,
                after.filter(has -> session.isBegun()).map(has -> new CatchUp(agent.id(), has)));
        Handover<C> handover = new Handover<>(session.current(), connection);
        session.add(connection);
        return handover;
    }

    /** What the older connection followed is let go only when it is followed anew: what is kept of it is what the client missed. */
    private CompletionStage<Void> bind(Handover<C> handover, Answer<C> answer) {
        answer.to().bound(handover.connection());
        handover.older().ifPresent(older -> older.move(SessionInput.REPLACED));
        return handover.connection().follow(answer::done).handle((done, error) -> {
            handover.older().ifPresent(older -> {
                older.unfollow();
                answer.to().follows(older.client());
            });
            if (error != null) {
                giveUp(handover.connection(), error, answer);
            }
            return null;
        });
    }

    /** The binding is lost at once: a client that is told nothing has no use for it. */
    private void giveUp(SessionConnection<C> connection, Throwable error, Answer<C> answer) {
        boolean late = error instanceof TimeoutException
                || error instanceof CompletionException && error.getCause() instanceof TimeoutException;
        LOG.atError().setCause(late ? null : error).addKeyValue("agent", connection.agent())
                .log(late ? "the state of an agent was not there in time" : "an agent could not be followed");
        answer.refused(late ? new Outcome.Refused(Reason.UNAVAILABLE, "The agent's state could not be read in time. Try again.")
                : new Outcome.Refused(Reason.INTERNAL, "The gateway failed. Its log has the cause."));
        boolean over = connection.state().isOver();
        connection.move(SessionInput.GIVEN_UP);
        if (!over) {
            lost(connection, false).ifPresent(this::give);
        }
    }

    private Optional<Command> lose(SessionConnection<C> connection, boolean expired) {
        boolean over = connection.state().isOver();
        connection.move(SessionInput.LOST);
        if (connection.isShared()) {
            connection.unfollow();
        }
        return over ? Optional.empty() : lost(connection, expired);
    }

    /** Where no other client shares it. */
    private Optional<Command> lost(SessionConnection<C> connection, boolean expired) {
        return connection.isShared() && isAttended(connection.session()) ? Optional.empty()
                : Optional.of(commands.lose(connection.agent(), connection.session(), expired));
    }

    private synchronized boolean isAttended(SessionId session) {
        return Optional.ofNullable(all.get(session)).filter(here -> here.present().findAny().isPresent()).isPresent();
    }

    private void give(Command command) {
        gateway.dispatch(new PendingCommand<>(this, Optional.of(command)));
    }
}
