package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.door.Attendance;
import io.patchbay.door.Desk;
import io.patchbay.door.Feed;
import io.patchbay.door.Snapshot;
import io.patchbay.door.Told;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.model.Event;
import io.patchbay.model.SessionId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client bound to an agent's session: tells it what happens, from session.start on. Its listener methods and the action of
 * {@link #start} run one at a time.
 */
final class HarmonyBinding implements Feed.Listener {
    static final int TAKEN_OVER = 4409;
    static final int SESSION_OVER = 4410;
    private static final int ENCODER_FAILED = 1011;
    private static final Logger LOG = LoggerFactory.getLogger(HarmonyBinding.class);

    private final HarmonyClient client;
    private final AgentEntry entry;
    private final HarmonyFrames frames;
    private final FrameWriter writer;
    private final Supplier<Instant> clock;
    private final AddressBookWatch addressBook;
    private final AcceptedRequests accepted = new AcceptedRequests();
    private volatile Feed feed;
    private volatile boolean started;
    private volatile boolean silent;
    private volatile boolean over;

    HarmonyBinding(HarmonyClient client, AgentEntry entry, SessionId session, Directory directory, Desk desk,
                   Attendance attendance) {
        this.client = client;
        this.entry = entry;
        this.frames = new HarmonyFrames(entry.id(), session, directory);
        this.writer = new FrameWriter(session.value(), client::send);
        this.clock = desk::now;
        this.addressBook = new AddressBookWatch(attendance, directory, this::addressBookUpdated);
    }

    /** Completes when what there is is known. */
    CompletionStage<Void> follow(Desk desk) {
        feed = desk.follow(entry.id(), this);
        return feed.ready();
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
                create(snapshot);
            }
        }));
    }

    /** Nothing is told any more. */
    void stop() {
        silent = true;
        addressBook.close();
        if (feed != null) {
            feed.stop();
        }
    }

    @Override
    public void told(Told step) {
        guarded(() -> {
            if (started) {
                writer.write(step, frames.of(step));
            }
            ends(step.recorded().event());
        });
    }

    @Override
    public void reset(Snapshot from) {
        guarded(() -> {
            if (stands(from) && started) {
                create(from);
            }
        });
    }

    /** Comes of no event of the agent's own: it is told as creation frames are, with the agent's last number. */
    private void addressBookUpdated(ObjectNode data) {
        feed.between(snapshot -> guarded(() ->
                writer.add(snapshot, HarmonyFrame.event(session().value(), "session.addressbook.updated", data), agent(), clock.get())));
    }

    /** Whether the session still has this binding; leaves if not. */
    private boolean stands(Snapshot snapshot) {
        boolean stands = snapshot.replicas().agent().binding(session()).isPresent();
        if (!stands) {
            leave(snapshot.replicas().agent().isSignedIn() ? TAKEN_OVER : SESSION_OVER);
        }
        return stands;
    }

    private void create(Snapshot snapshot) {
        writer.create(snapshot, new CreationFrames(frames, snapshot.replicas()), clock.get());
    }

    private void ends(Event event) {
        if (event instanceof AgentEvent.SessionEnded) {
            leave(SESSION_OVER);
        } else if (event instanceof AgentEvent.BindingRemoved removed && removed.binding().equals(session())) {
            leave(TAKEN_OVER);
        }
    }

    private void leave(int code) {
        over = true;
        silent = true;
        client.close(code, code == TAKEN_OVER ? "another client took over" : "the session is over");
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
