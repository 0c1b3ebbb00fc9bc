package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;

/** One sign-in of an agent at an extension. It is over when the agent signs out, also elsewhere. Thread-safe. */
final class SignedIn {
    private final AgentFeed<AcqueonEvent> feed;
    private final Address extension;
    private volatile boolean begun;

    SignedIn(AgentFeed<AcqueonEvent> feed, Address extension) {
        this.feed = feed;
        this.extension = extension;
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

    /** The same by a state that is read now. */
    boolean isOver(Agent now) {
        begun |= now.isSignedIn();
        return begun && !now.isSignedIn();
    }
}
