package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.frame.FrameWriter;
import io.patchbay.dialect.harmony.frame.HarmonyFrames;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.PresenceWatch;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.model.Event;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client bound to an agent's session: tells it what happens, from session.start on. Goes on following when the connection is lost, for
 * a client that comes back ({@link #resume}) needs what is kept of followed subjects only. Its listener methods and the actions of
 * {@link #start} and {@link #resume} run one at a time.
 */
final class HarmonyBinding implements Feed.Listener {
    private static final int ENCODER_FAILED = 1011;
    private static final Logger LOG = LoggerFactory.getLogger(HarmonyBinding.class);

    private final HarmonyClient client;
    private final AgentEntry entry;
    private final HarmonyFrames frames;
    private final FrameWriter writer;
    private final AddressBookWatch addressBook;
    private final CommandGateway gateway;
    private final Predecessor earlier;
    private final FeedHolder following = new FeedHolder();
    private volatile Resumption resumption;
    private volatile boolean started;
    private volatile boolean silent;
    private volatile boolean over;

    HarmonyBinding(HarmonyClient client, AgentEntry entry, SessionId session, Directory directory, CommandGateway gateway,
            PresenceWatch attendance,
                   Predecessor earlier) {
        this.client = client;
        this.entry = entry;
        this.frames = new HarmonyFrames(entry.id(), session, directory);
        this.writer = new FrameWriter(session.value(), client::sendAll);
        this.addressBook = new AddressBookWatch(attendance, directory, this::addressBookUpdated);
        this.gateway = gateway;
        this.earlier = earlier;
    }

    /** Replies when what there is is known, unless another client has the place by then. */
    CompletionStage<Void> follow(Runnable reply) {
        Feed feed = following.begin(gateway.follow(agent(), this));
        return feed.ready().thenCompose(ready -> take(snapshot -> reply.run()));
    }

    /** Goes on where an earlier connection of the session was, before or after its start. @param reply is told whether all begins again */
    CompletionStage<Void> resume(Map<Subject, Long> after, Consumer<Boolean> reply) {
        if (!earlier.begun()) {
            return follow(() -> reply.accept(false));
        }
        resumption = new Resumption(agent(), after);
        Long told = after.get(Subject.of(agent()));
        Feed feed = following.begin(told == null ? gateway.follow(agent(), this) : gateway.resume(agent(), this, told));
        return feed.ready().thenCompose(ready -> take(snapshot -> {
            reply.accept(resumption.isTooOld(snapshot));
            started = true;
        })).thenCompose(replied -> catchUp());
    }

    /** Unless another client has the place by then. The loss of an older one may be told late. */
    private CompletionStage<Void> take(Consumer<Snapshot> action) {
        return following.once(now -> silent || BindingEnd.of(now.replicas().agent(), session()).isEmpty(), snapshot -> guarded(() -> {
            if (stands(snapshot)) {
                action.accept(snapshot);
                if (snapshot.replicas().agent().binding(session()).filter(Agent.Binding::lost).isPresent()) {
                    stay();
                }
            }
        }));
    }

    /** What happens meanwhile is told in its turn. */
    private CompletionStage<Void> catchUp() {
        return feed().between(now -> guarded(() -> {
            if (resumption.isForgotten()) {
                writer.create(now, frames, gateway.now());
                resumption = null;
            } else if (resumption.tell(now, frames, writer, client)) {
                resumption = null;
            }
        })).thenCompose(told -> resumption == null || silent ? CompletableFuture.completedFuture(null)
                : Resumption.pause().thenCompose(over -> catchUp()));
    }

    /** Runs once nobody can come back to it. */
    void whenOver(Runnable action) {
        following.whenOver(action);
    }

    AgentEntry entry() {
        return entry;
    }

    AgentId agent() {
        return entry.id();
    }

    SessionId session() {
        return frames.session();
    }

    Feed feed() {
        return following.feed();
    }

    AcceptedRequests accepted() {
        return earlier.accepted();
    }

    /** What the next connection of the session begins with. */
    Predecessor left() {
        return new Predecessor(earlier.accepted(), earlier.begun() || started);
    }

    AddressBookWatch addressBook() {
        return addressBook;
    }

    boolean isStarted() {
        return started;
    }

    /** Another client took its place, or the session is over: its departure is no lost connection. */
    boolean isOver() {
        return over;
    }

    /** Sends the reply, then what there is; from then on, what happens. */
    CompletionStage<Void> start(Runnable reply) {
        return take(snapshot -> {
            reply.run();
            started = true;
            writer.create(snapshot, frames, gateway.now());
        });
    }

    /** The connection is lost; the client may come back. */
    void drop() {
        silent = true;
        addressBook.close();
    }

    /** Another connection has the session now. What was followed stays followed until {@link #stop}. */
    void takeOver() {
        over = true;
        if (!silent) {
            client.close(BindingEnd.TAKEN_OVER, BindingEnd.reason(BindingEnd.TAKEN_OVER));
        }
        silent = true;
    }

    /** Nothing is told any more. */
    void stop() {
        silent = true;
        addressBook.close();
        following.end();
    }

    @Override
    public void told(Delivery step) {
        boolean catchingUp = resumption != null;
        guarded(() -> {
            if (catchingUp) {
                resumption.add(step);
            } else if (started) {
                writer.write(step, frames.of(step));
            }
        });
        if (started || !catchingUp) {
            ends(step.recorded().event());
        }
    }

    @Override
    public void reset(Snapshot from) {
        if (resumption != null) {
            resumption.forget();
        } else if (stands(from) && started) {
            guarded(() -> writer.create(from, frames, gateway.now()));
        }
    }

    /** Comes of no event of the agent's own: it is told as creation frames are, with the agent's last number. */
    private void addressBookUpdated(ObjectNode data) {
        feed().between(snapshot -> guarded(() -> writer.add(snapshot, frames.addressBookUpdated(data), agent(), gateway.now())));
    }

    /** Whether the session still has this binding; leaves if not. */
    private boolean stands(Snapshot snapshot) {
        Optional<Integer> end = BindingEnd.of(snapshot.replicas().agent(), session());
        end.ifPresent(this::leave);
        return end.isEmpty();
    }

    private void ends(Event event) {
        BindingEnd.of(event, session(), gateway.member()).ifPresent(this::leave);
        if (event instanceof AgentEvent.BindingLost lost && lost.binding().equals(session()) && !silent) {
            stay();
        }
    }

    /** The loss of an earlier connection of this session was reported late: this one is there. */
    private void stay() {
        gateway.dispatch(new PendingCommand<>(this, Optional.of(SessionResumption.command(gateway, agent(), session(), true))));
    }

    private void leave(int code) {
        if (!over) {
            over = true;
            client.close(code, BindingEnd.reason(code));
            stop();
        }
    }

    /** A client that cannot be told one step must not be told the next: it comes back and gets the state anew. */
    private void guarded(Runnable telling) {
        if (silent) {
            return;
        }
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("agent", agent()).addKeyValue("session", session()).log("a step could not be told");
            silent = true;
            client.close(ENCODER_FAILED, "internal error");
        }
    }
}
