package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import java.util.OptionalInt;

/** One sign-in of an agent at an extension. It is over when the agent signs out, also elsewhere. Thread-safe. */
final class SignedIn {
    private final AgentFeed<AcqueonEvent> feed;
    private final Address extension;
    /** How many sessions had ended before, once the session shows. */
    private volatile OptionalInt begunAfter = OptionalInt.empty();

    SignedIn(AgentFeed<AcqueonEvent> feed, Address extension) {
        this.feed = feed;
        this.extension = extension;
        noteSession(feed.now().agent());
    }

    AgentFeed<AcqueonEvent> feed() {
        return feed;
    }

    Address extension() {
        return extension;
    }

    AgentEntry agent() {
        return feed.entry();
    }

    /** What is known here may be behind: the session of the agent shows first. */
    boolean isOver() {
        return isOver(feed.now().agent());
    }

    /** The same by a state that is read now. A session that the agent began later, through another dialect, is not this one. */
    boolean isOver(Agent now) {
        noteSession(now);
        return feed.isOver() || begunAfter.isPresent() && (!now.isSignedIn() || begunAfter.getAsInt() != feed.endedSessions());
    }

    private void noteSession(Agent now) {
        if (begunAfter.isEmpty() && now.isSignedIn()) {
            begunAfter = OptionalInt.of(feed.endedSessions());
        }
    }
}
