package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.frame.FrameWriter;
import io.patchbay.dialect.harmony.frame.HarmonyFrames;
import io.patchbay.door.Ask;
import io.patchbay.door.Attendance;
import io.patchbay.door.Desk;
import io.patchbay.door.Feed;
import io.patchbay.door.Snapshot;
import io.patchbay.door.Told;
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
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);
    private static final Logger LOG = LoggerFactory.getLogger(HarmonyBinding.class);

    private final HarmonyClient client;
    private final AgentEntry entry;
    private final HarmonyFrames frames;
    private final FrameWriter writer;
    private final AddressBookWatch addressBook;
    private final Desk desk;
    private final AcceptedRequests accepted;
    private volatile Runnable whenOver = () -> { };
    private volatile Resumption resumption;
    private volatile Feed feed;
    private volatile boolean started;
    private volatile boolean silent;
    private volatile boolean over;

    /** @param accepted what was accepted of an earlier connection of this session */
    HarmonyBinding(HarmonyClient client, AgentEntry entry, SessionId session, Directory directory, Desk desk, Attendance attendance,
                   AcceptedRequests accepted) {
        this.client = client;
        this.entry = entry;
        this.frames = new HarmonyFrames(entry.id(), session, directory);
        this.writer = new FrameWriter(session.value(), client::send);
        this.addressBook = new AddressBookWatch(attendance, directory, this::addressBookUpdated);
        this.desk = desk;
        this.accepted = accepted;
    }

    /** Completes when what there is is known. */
    CompletionStage<Void> follow() {
        feed = desk.follow(entry.id(), this);
        return feed.ready();
    }

    /** Instead of {@link #follow} and {@link #start}. @param reply is told whether all begins again */
    CompletionStage<Void> resume(Map<Subject, Long> after, Consumer<Boolean> reply) {
        resumption = new Resumption(agent(), after);
        Long told = after.get(Subject.of(agent()));
        feed = told == null ? desk.follow(agent(), this) : desk.resume(agent(), this, told);
        return feed.ready().thenCompose(ready -> feed.between(snapshot -> guarded(() -> {
            if (stands(snapshot)) {
                reply.accept(resumption.isTooOld(snapshot));
                started = true;
                if (snapshot.replicas().agent().binding(session()).filter(Agent.Binding::lost).isPresent()) {
                    stay();
                }
            }
        }))).thenCompose(replied -> catchUp());
    }

    /** What happens meanwhile is told in its turn. */
    private CompletionStage<Void> catchUp() {
        return feed.between(now -> guarded(() -> {
            if (resumption.isForgotten()) {
                writer.create(now, frames, desk.now());
                resumption = null;
            } else if (resumption.tell(now, frames, writer, client)) {
                resumption = null;
            }
        })).thenCompose(told -> resumption == null || silent ? DONE : Resumption.pause().thenCompose(over -> catchUp()));
    }

    /** Runs once nobody can come back to it. */
    void whenOver(Runnable action) {
        whenOver = action;
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
        return feed;
    }

    AcceptedRequests accepted() {
        return accepted;
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
        return feed.between(snapshot -> guarded(() -> {
            if (stands(snapshot)) {
                reply.run();
                started = true;
                writer.create(snapshot, frames, desk.now());
            }
        }));
    }

    /** The connection is lost; the client may come back. */
    void drop() {
        silent = true;
        addressBook.close();
    }

    /** Another connection has the session now. What was followed stays followed until {@link #stop}. */
    void giveWay() {
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
        if (feed != null) {
            feed.stop();
        }
        whenOver.run();
    }

    @Override
    public void told(Told step) {
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
        } else if (stands(from)) {
            guarded(() -> {
                if (started) {
                    writer.create(from, frames, desk.now());
                }
            });
        }
    }

    /** Comes of no event of the agent's own: it is told as creation frames are, with the agent's last number. */
    private void addressBookUpdated(ObjectNode data) {
        feed.between(snapshot -> guarded(() -> writer.add(snapshot, frames.addressBookUpdated(data), agent(), desk.now())));
    }

    /** Whether the session still has this binding; leaves if not. */
    private boolean stands(Snapshot snapshot) {
        boolean stands = snapshot.replicas().agent().binding(session()).isPresent();
        if (!stands) {
            leave(snapshot.replicas().agent().isSignedIn() ? BindingEnd.TAKEN_OVER : BindingEnd.SESSION_OVER);
        }
        return stands;
    }

    private void ends(Event event) {
        BindingEnd.of(event, session(), desk.member()).ifPresent(this::leave);
        if (event instanceof AgentEvent.BindingLost lost && lost.binding().equals(session()) && !silent) {
            stay();
        }
    }

    /** The loss of an earlier connection of this session was reported late: this one is there. */
    private void stay() {
        desk.dispatch(new Ask<>(this, Optional.of(SessionResumption.command(desk, agent(), session(), true))));
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
