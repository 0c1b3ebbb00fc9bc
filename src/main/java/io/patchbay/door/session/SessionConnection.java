package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.Feed;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Event;
import io.patchbay.model.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a session. Delivers events to its client from {@link #start} on. Continues to follow after the loss of the
 * connection, because only followed subjects keep the missed events. Its listener methods and the actions of {@link #start} and {@link
 * #between} run one at a time. Thread-safe.
 */
public final class SessionConnection<C extends SessionClient<?>> implements Feed.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConnection.class);

    private final ClientSessions<C> sessions;
    private final ClientSession<C> session;
    private final C client;
    private final Telling telling;
    private final CommandGateway gateway;
    private final ClientRequests requests;
    private final SessionFeed following = new SessionFeed();
    private final CatchUp missed;
    private volatile SessionState state;

    /**
     * @param scope separates the request ids of this client from those of others
     * @param missed of a returning client
     */
    SessionConnection(ClientSessions<C> sessions, ClientSession<C> session, C client, String scope, Optional<CatchUp> missed) {
        this.sessions = sessions;
        this.session = session;
        this.client = client;
        this.telling = new Telling(client);
        this.gateway = sessions.gateway();
        this.requests = new ClientRequests(gateway, sessions.policy(), List.of(session.agent().id().value(), sessions.policy().dialect(),
                scope), session.requestsOfNext(), this::feed);
        this.missed = missed.orElse(null);
        this.state = missed.isPresent() ? new SessionState.Resuming(false) : new SessionState.Prepared();
    }

    /**
     * Replies when the state of the agent is known here, unless the session has ended by then. @param reply gets whether everything
     * begins again
     */
    CompletionStage<Void> follow(Consumer<Boolean> reply) {
        if (missed == null) {
            return sessions.ready(following.begin(gateway.follow(agent(), this)))
                    .thenCompose(ready -> take(snapshot -> reply.accept(false)));
        }
        Feed feed = following.begin(missed.ofAgent().map(told -> gateway.resume(agent(), this, told))
                .orElseGet(() -> gateway.follow(agent(), this)));
        return sessions.ready(feed).thenCompose(ready -> take(snapshot -> {
            reply.accept(missed.isTooOld(snapshot));
            move(SessionInput.RESUMED);
        })).thenCompose(replied -> catchUp());
    }

    /** Has no effect after the end of the session. The loss of an older connection may be reported late. */
    private CompletionStage<Void> take(Consumer<Snapshot> action) {
        return following.once(now -> !state.isPresent() || SessionEnd.of(now.replicas().agent(), session()).isEmpty(),
                snapshot -> guarded(() -> {
                    if (stands(snapshot)) {
                        action.accept(snapshot);
                        if (snapshot.replicas().agent().binding(session()).filter(Agent.Binding::lost).isPresent()) {
                            sessions.rebind(this);
                        }
                    }
                }));
    }

    /** Later events wait for their turn. */
    private CompletionStage<Void> catchUp() {
        return feed().between(now -> guarded(() -> {
            if (missed.isForgotten()) {
                telling.begin(now, gateway.now());
                move(SessionInput.CAUGHT_UP);
            } else if (missed.tell(now, telling)) {
                move(SessionInput.CAUGHT_UP);
            }
        })).thenCompose(told -> state instanceof SessionState.Resuming ? CatchUp.pause().thenCompose(over -> catchUp())
                : CompletableFuture.completedFuture(null));
    }

    /** Runs the reply, then delivers the present state and all later events. Has no effect after the end of the session. */
    public CompletionStage<Void> start(Runnable reply) {
        return take(snapshot -> {
            reply.run();
            move(SessionInput.STARTED);
            telling.begin(snapshot, gateway.now());
        });
    }

    /** Runs the action with the present snapshot, between two deliveries, while the client is present. */
    public CompletionStage<Void> between(Consumer<Snapshot> action) {
        return feed().between(snapshot -> guarded(() -> action.accept(snapshot)));
    }

    public C client() {
        return client;
    }

    public AgentEntry entry() {
        return session.agent();
    }

    public AgentId agent() {
        return session.agent().id();
    }

    public SessionId session() {
        return session.id();
    }

    public SessionState state() {
        return state;
    }

    /** The replicas after the last delivery. */
    public Replicas now() {
        return feed().now();
    }

    /** The requests of the client. */
    public ClientRequests requests() {
        return requests;
    }

    /** The client logged out. Ends the deliveries. */
    public void leave() {
        move(SessionInput.LOGGED_OUT);
    }

    @Override
    public void onEvent(Delivery step) {
        SessionState before = state;
        guarded(() -> {
            if (before instanceof SessionState.Resuming) {
                missed.add(step);
            } else if (before instanceof SessionState.Live) {
                telling.tell(step);
            }
        });
        if (!(before instanceof SessionState.Resuming resuming) || resuming.answered()) {
            ends(step.recorded().event());
        }
    }

    @Override
    public void onReset(Snapshot from) {
        if (state instanceof SessionState.Resuming) {
            missed.forget();
        } else if (stands(from) && state instanceof SessionState.Live) {
            guarded(() -> telling.begin(from, gateway.now()));
        }
    }

    /** Whether the agent still has this binding. Otherwise the session has ended for this client. */
    private boolean stands(Snapshot snapshot) {
        Optional<SessionEnd> end = SessionEnd.of(snapshot.replicas().agent(), session());
        end.ifPresent(this::over);
        return end.isEmpty();
    }

    private void ends(Event event) {
        SessionEnd.of(event, session(), gateway.member()).ifPresent(this::over);
        if (event instanceof AgentEvent.BindingLost lost && lost.binding().equals(session()) && state.isPresent()) {
            sessions.rebind(this);
        }
    }

    private void over(SessionEnd why) {
        move(why == SessionEnd.SESSION_OVER ? SessionInput.ENDED : SessionInput.TAKEN_OVER);
    }

    /** All changes of the state after the creation of a connection. */
    void move(SessionInput input) {
        SessionState.Transition change;
        boolean fallsSilent;
        synchronized (this) {
            change = state.on(input);
            fallsSilent = state.isPresent() && !change.next().isPresent();
            state = change.next();
        }
        if (state.isStarted()) {
            session.begin();
        }
        if (fallsSilent) {
            client.quiet();
        }
        change.close().ifPresent(client::end);
        if (change.unfollow()) {
            unfollow();
        }
    }

    /** Drops the kept events for a returning client. */
    void unfollow() {
        following.end();
        sessions.remove(this, session);
    }

    boolean isShared() {
        return session.exclusivity() == Exclusivity.SHARED;
    }

    private Feed feed() {
        return following.feed();
    }

    /** After a failed delivery there is no next one. The client returns and gets the whole state. */
    private void guarded(Runnable action) {
        if (!state.isPresent()) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("agent", agent()).addKeyValue("session", session()).log("a step could not be told");
            move(SessionInput.TELLING_FAILED);
        }
    }
}
