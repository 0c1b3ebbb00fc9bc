package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.Ids;
import io.patchbay.model.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One agent at this member, for all its clients of one dialect. Requests read the present state here. Connections get each event. While
 * the agent is signed in and has a client here, all clients together are one binding of its session. The binding is lost with the last
 * connection, or, where there was none, when the last request is too old. A request of an earlier session is no client. Thread-safe.
 *
 * @param <F> a frame
 */
public final class AgentFeed<F> implements Feed.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(AgentFeed.class);

    private final Set<Consumer<List<F>>> connections = ConcurrentHashMap.newKeySet();
    private final PendingEffects effects;
    private final AtomicBoolean joining = new AtomicBoolean();
    private final AtomicInteger endedSessions = new AtomicInteger();
    private final AgentEntry entry;
    private final CommandGateway gateway;
    private final SessionCommands commands;
    private final SessionEncoder<F> encoder;
    private final SessionId binding;
    private final Feed feed;
    private final long idle;
    private final Consumer<AgentFeed<F>> whenOver;
    private volatile long usedAt = System.nanoTime();
    private volatile boolean connected;
    /** Whether a request came in the present session, or after the one before. */
    private volatile boolean requested = true;
    private volatile boolean over;
    private volatile CompletionStage<?> joined = CompletableFuture.completedFuture(null);

    /**
     * @param idle how long it lives without a connection after its last request
     * @param effects those that a read waits for
     */
    AgentFeed(AgentEntry entry, CommandGateway gateway, SessionCommands commands, SessionEncoder<F> encoder, Duration idle,
            PendingEffects effects, Consumer<AgentFeed<F>> whenOver) {
        this.entry = entry;
        this.gateway = gateway;
        this.commands = commands;
        this.encoder = encoder;
        this.binding = Ids.binding(entry.id(), commands.policy().dialect(), gateway.member());
        this.effects = effects;
        this.idle = idle.toNanos();
        this.whenOver = whenOver;
        this.feed = gateway.follow(entry.id(), this);
        feed.ready().whenComplete((ready, error) -> join(feed.now().agent()));
        look(this.idle);
    }

    public AgentEntry entry() {
        return entry;
    }

    public AgentId agent() {
        return entry.id();
    }

    /** The state after the last event. */
    public Replicas now() {
        return feed.now();
    }

    /** The state with the effects of all commands accepted before, as far as they come within a short time. */
    public CompletionStage<Snapshot> read() {
        return effects.arrived().thenCompose(waited -> {
            CompletableFuture<Snapshot> snapshot = new CompletableFuture<>();
            return feed.between(snapshot::complete).thenCompose(done -> snapshot);
        });
    }

    /** This command is running. A later {@link #read} waits for its effect. */
    public void expect(Command command) {
        effects.expect(command);
    }

    /** This command, or a later one of its request, was refused. There is no effect to wait for. */
    public void refused(Command command) {
        effects.settle(command.correlation());
    }

    /** From now on this connection gets the frames of each event, one event at a time. */
    public void connect(Consumer<List<F>> connection) {
        connections.add(connection);
        connected = true;
        join(now().agent());
    }

    /** How many sessions of the agent ended since the feed began. */
    public int endedSessions() {
        return endedSessions.get();
    }

    /** Whether it ended because no request came. The state is not followed any more. */
    public boolean isOver() {
        return over;
    }

    /** Runs the action with the present state, between two events. A connection that begins here misses none and gets none twice. */
    public CompletionStage<Void> between(Consumer<Replicas> action) {
        return feed.between(snapshot -> action.accept(snapshot.replicas()));
    }

    /** This connection is gone. The binding is lost with the last one. */
    public void disconnect(Consumer<List<F>> connection) {
        if (connections.remove(connection) && connections.isEmpty()) {
            usedAt = System.nanoTime();
            lose(false);
        }
    }

    /** Tells all connections these frames between two events. */
    public void tell(Function<Replicas, List<F>> frames) {
        feed.between(snapshot -> tell(frames.apply(snapshot.replicas())));
    }

    @Override
    public void onEvent(Delivery step) {
        // Also without a connection: the encoder may remember what a later read shows.
        tell(encoder.step(step));
        effects.happened(step.subject(), step.recorded().correlation());
        if (step.recorded().event() instanceof AgentEvent.SessionEnded) {
            connected = !connections.isEmpty();
            requested = false;
            endedSessions.incrementAndGet();
        }
        if (step.recorded().event() instanceof AgentEvent) {
            join(step.after().agent());
        }
    }

    @Override
    public void onReset(Snapshot from) {
        tell(encoder.all(from, gateway.now()));
        join(from.replicas().agent());
    }

    CompletionStage<Void> ready() {
        return feed.ready();
    }

    /** Returns false after its end. */
    synchronized boolean use() {
        usedAt = System.nanoTime();
        requested = true;
        if (!over) {
            join(now().agent());
        }
        return !over;
    }

    private void tell(List<F> frames) {
        if (!frames.isEmpty()) {
            connections.forEach(connection -> connection.accept(frames));
        }
    }

    /** Binds the clients, where there are some and the agent is signed in without them. */
    private void join(Agent agent) {
        boolean here = agent.binding(binding).filter(bound -> !bound.lost()).isPresent();
        boolean attended = !connections.isEmpty() || !connected && requested;
        if (attended && agent.isSignedIn() && !here && joining.compareAndSet(false, true)) {
            joined = dispatch(commands.join(agent()).command()).whenComplete((done, error) -> joining.set(false));
        }
    }

    /** After the last join, whose event may not be here yet. A binding that is not there is not lost. */
    private void lose(boolean expired) {
        if (now().agent().isSignedIn()) {
            joined.whenComplete((done, error) -> dispatch(commands.lose(agent(), binding, expired)));
        }
    }

    private CompletionStage<?> dispatch(Command command) {
        return gateway.dispatch(new PendingCommand<>(this, Optional.of(command)));
    }

    private void look(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> {
            long left = idle - (System.nanoTime() - usedAt);
            if (!connections.isEmpty()) {
                look(idle);
            } else if (left > 0) {
                look(left);
            } else {
                end();
            }
        });
    }

    private void end() {
        synchronized (this) {
            over = true;
        }
        LOG.atDebug().addKeyValue("agent", agent()).log("no request came for a while");
        try {
            lose(true);
            feed.stop();
        } catch (RejectedExecutionException closed) {
            LOG.atDebug().addKeyValue("agent", agent()).log("the gateway closed before the last look");
        }
        whenOver.accept(this);
    }
}
