package io.patchbay.dialect.harmony;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Event;
import io.patchbay.model.SessionId;
import java.util.Optional;

/** How a client's binding ends: the codes its WebSocket is closed with. */
final class BindingEnd {
    /** Another client took its place (BINDINGS, Harmony). */
    static final int TAKEN_OVER = 4409;
    static final int SESSION_OVER = 4410;

    private BindingEnd() { }

    /** Empty when the event does not end it. @param member where this binding is; the same session bound at another one is not it */
    static Optional<Integer> of(Event event, SessionId session, String member) {
        if (event instanceof AgentEvent.SessionEnded) {
            return Optional.of(SESSION_OVER);
        }
        boolean removed = event instanceof AgentEvent.BindingRemoved gone && gone.binding().equals(session);
        boolean elsewhere = event instanceof AgentEvent.BindingAdded added && added.binding().id().equals(session)
                && !added.binding().member().equals(member);
        return removed || elsewhere ? Optional.of(TAKEN_OVER) : Optional.empty();
    }

    /** Empty when the agent still has this binding. */
    static Optional<Integer> of(Agent agent, SessionId session) {
        return agent.binding(session).isPresent() ? Optional.empty() : Optional.of(agent.isSignedIn() ? TAKEN_OVER : SESSION_OVER);
    }

    static String reason(int code) {
        return code == TAKEN_OVER ? "Another client took over" : "The session has ended";
    }
}
