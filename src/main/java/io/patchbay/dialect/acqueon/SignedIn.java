package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.Envelopes;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.session.AgentFeed;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import java.util.OptionalInt;

/** One sign-in of an agent at an extension, on a channel. It is over when the agent signs out, also elsewhere. Thread-safe. */
final class SignedIn {
    private final AgentFeed<Notice> feed;
    private final Address extension;
    private final Flavour flavour;
    private final Envelopes envelopes;
    /** How many sessions had ended before, once the session shows. */
    private volatile OptionalInt begunAfter = OptionalInt.empty();

    SignedIn(AgentFeed<Notice> feed, Address extension, Flavour flavour, Envelopes envelopes) {
        this.feed = feed;
        this.extension = extension;
        this.flavour = flavour;
        this.envelopes = envelopes;
        noteSession(feed.now().agent());
    }

    Flavour flavour() {
        return flavour;
    }

    /** Its events, each as an envelope of its channel. */
    Envelopes envelopes() {
        return envelopes;
    }

    AgentFeed<Notice> feed() {
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
