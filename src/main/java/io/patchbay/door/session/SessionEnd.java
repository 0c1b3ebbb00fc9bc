package io.patchbay.door.session;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Event;
import io.patchbay.model.SessionId;
import java.util.Optional;

/** Why a client's session is over for that client. */
public enum SessionEnd {
    /** Another client took its place. */
    TAKEN_OVER,
    /** The agent's session ended. */
    SESSION_OVER,
    /** The client itself logged out. */
    LOGGED_OUT,
    /** It reads too slowly. */
    TOO_SLOW,
    /** The gateway failed, or could not read the agent's state in time. */
    INTERNAL_ERROR;

    /** Empty when the event does not end it. @param member where this binding is; the same session bound at another one is not it */
    static Optional<SessionEnd> of(Event event, SessionId session, String member) {
        if (event instanceof AgentEvent.SessionEnded) {
            return Optional.of(SESSION_OVER);
        }
        boolean removed = event instanceof AgentEvent.BindingRemoved gone && gone.binding().equals(session);
        boolean elsewhere = event instanceof AgentEvent.BindingAdded added && added.binding().id().equals(session)
                && !added.binding().member().equals(member);
        return removed || elsewhere ? Optional.of(TAKEN_OVER) : Optional.empty();
    }

    /** Empty when the agent still has this binding. */
    static Optional<SessionEnd> of(Agent agent, SessionId session) {
        return agent.binding(session).isPresent() ? Optional.empty() : Optional.of(agent.isSignedIn() ? TAKEN_OVER : SESSION_OVER);
    }
}
