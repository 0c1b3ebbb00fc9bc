package io.patchbay.model;

import java.time.Instant;
import java.util.Optional;

/** Events of a queue, on no topic. Queues are rebuilt from waiting interactions and ready agents (DESIGN 4.17). */
public sealed interface QueueEvent extends Event {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R arrived(ContactQueued e);

        R offered(ContactOffered e);

        R returned(ContactReturned e);

        R left(ContactLeft e);

        R tryForgotten(TryForgotten e);

        R idle(AgentBecameIdle e);

        R notIdle(AgentNoLongerIdle e);
    }

    record ContactQueued(Queue.Contact contact) implements QueueEvent {
        public String name() {
            return "queue.contactQueued";
        }

        public <R> R match(Cases<R> cases) {
            return cases.arrived(this);
        }
    }

    record ContactOffered(InteractionId interaction, AgentId agent, boolean wrapUp, Medium medium) implements QueueEvent {
        public String name() {
            return "queue.contactOffered";
        }

        public <R> R match(Cases<R> cases) {
            return cases.offered(this);
        }
    }

    /** The offer came to nothing. @param tried why the agent is not the next to be offered it again (A10); empty where it may be */
    record ContactReturned(InteractionId interaction, AgentId agent, Instant at, Optional<Queue.Tried.Why> tried) implements QueueEvent {
        public String name() {
            return "queue.contactReturned";
        }

        public <R> R match(Cases<R> cases) {
            return cases.returned(this);
        }
    }

    record ContactLeft(InteractionId interaction) implements QueueEvent {
        public String name() {
            return "queue.contactLeft";
        }

        public <R> R match(Cases<R> cases) {
            return cases.left(this);
        }
    }

    /** The agent that did not take it may be offered it again. */
    record TryForgotten(InteractionId interaction, AgentId agent) implements QueueEvent {
        public String name() {
            return "queue.tryForgotten";
        }

        public <R> R match(Cases<R> cases) {
            return cases.tryForgotten(this);
        }
    }

    record AgentBecameIdle(Queue.Idle agent) implements QueueEvent {
        public String name() {
            return "queue.agentIdle";
        }

        public <R> R match(Cases<R> cases) {
            return cases.idle(this);
        }
    }

    record AgentNoLongerIdle(AgentId agent, Medium medium) implements QueueEvent {
        public String name() {
            return "queue.agentNotIdle";
        }

        public <R> R match(Cases<R> cases) {
            return cases.notIdle(this);
        }
    }
}
