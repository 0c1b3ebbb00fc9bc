package io.patchbay.door.session;

import java.time.Duration;

/**
 * What a dialect says of its sessions.
 *
 * @param dialect   its name, as bindings and command ids carry it
 * @param completes whether its clients complete the calls of the agent themselves (CHOREOGRAPHY A16)
 * @param grace     how long an agent's session outlives its last lost binding
 * @param replies   how a client is told that a request was done
 */
public record SessionPolicy(String dialect, Exclusivity exclusivity, boolean completes, Duration grace, Replies replies) {

    /** How a request is answered. */
    public enum Replies {
        /** By a reply, which comes before all events the request causes (CHOREOGRAPHY A5). */
        BEFORE_EVENTS,
        /** By the first event it causes. */
        BY_EVENT
    }
}
