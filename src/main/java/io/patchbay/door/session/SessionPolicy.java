package io.patchbay.door.session;

import java.time.Duration;

/**
 * The policy of a dialect for its sessions.
 *
 * @param dialect the name in bindings and command ids
 * @param completes whether its clients complete the calls of the agent themselves (CHOREOGRAPHY A16)
 * @param grace the time for which the session of an agent outlives its last lost binding
 * @param replies how a client learns that a request was done
 */
public record SessionPolicy(String dialect, Exclusivity exclusivity, boolean completes, Duration grace, Replies replies) {

    /** The answer to a request. */
    public enum Replies {
        /** A reply that comes before all events of the request (CHOREOGRAPHY A5). */
        BEFORE_EVENTS,
        /** The first event of the request. */
        BY_EVENT
    }
}
