package io.patchbay.model;

import java.time.Instant;
import java.util.Optional;

/** Events of a queue. Each has the figures after it, so a consumer need not know who waits. */
public sealed interface QueueEvent extends Event {

    <R> R match(Cases<R> cases);

    /** The queue after the event. */
    QueueStatus status();

    /** The same with these figures. */
    QueueEvent with(QueueStatus after);

    interface Cases<R> {
        R opened(QueueOpened e);

        R arrived(ContactQueued e);

        R offered(ContactOffered e);

        R returned(ContactReturned e);

        R left(ContactLeft e);

        R tryForgotten(TryForgotten e);

        R idle(AgentBecameIdle e);

        R notIdle(AgentNoLongerIdle e);
    }

    /** The gateway has this queue. Its figures are counted from now on. */
    record QueueOpened(QueueStatus status) implements QueueEvent {
        public QueueOpened() {
            this(QueueStatus.NONE);
        }

        @Override
        public QueueOpened with(QueueStatus after) {
            return new QueueOpened(after);
        }

        public String name() {
            return "queue.opened";
        }

        public <R> R match(Cases<R> cases) {
            return cases.opened(this);
        }
    }

    record ContactQueued(Queue.Contact contact, QueueStatus status) implements QueueEvent {
        public ContactQueued(Queue.Contact contact) {
            this(contact, QueueStatus.NONE);
        }

        @Override
        public ContactQueued with(QueueStatus after) {
            return new ContactQueued(contact, after);
        }

        public String name() {
            return "queue.contactQueued";
        }

        public <R> R match(Cases<R> cases) {
            return cases.arrived(this);
        }
    }

    record ContactOffered(InteractionId interaction, AgentId agent, boolean wrapUp, Medium medium, QueueStatus status)
            implements QueueEvent {
        public ContactOffered(InteractionId interaction, AgentId agent, boolean wrapUp, Medium medium) {
            this(interaction, agent, wrapUp, medium, QueueStatus.NONE);
        }

        @Override
        public ContactOffered with(QueueStatus after) {
            return new ContactOffered(interaction, agent, wrapUp, medium, after);
        }

        public String name() {
            return "queue.contactOffered";
        }

        public <R> R match(Cases<R> cases) {
            return cases.offered(this);
        }
    }

    /** The offer came to nothing. @param tried why the agent is not the next to be offered it again (A10); empty where it may be */
    record ContactReturned(InteractionId interaction, AgentId agent, Instant at, Optional<Queue.Tried.Why> tried, QueueStatus status)
            implements QueueEvent {
        public ContactReturned(InteractionId interaction, AgentId agent, Instant at, Optional<Queue.Tried.Why> tried) {
            this(interaction, agent, at, tried, QueueStatus.NONE);
        }

        @Override
        public ContactReturned with(QueueStatus after) {
            return new ContactReturned(interaction, agent, at, tried, after);
        }

        public String name() {
            return "queue.contactReturned";
        }

        public <R> R match(Cases<R> cases) {
            return cases.returned(this);
        }
    }

    record ContactLeft(InteractionId interaction, Queue.Exit why, QueueStatus status) implements QueueEvent {
        public ContactLeft(InteractionId interaction, Queue.Exit why) {
            this(interaction, why, QueueStatus.NONE);
        }

        @Override
        public ContactLeft with(QueueStatus after) {
            return new ContactLeft(interaction, why, after);
        }

        public String name() {
            return "queue.contactLeft";
        }

        public <R> R match(Cases<R> cases) {
            return cases.left(this);
        }
    }

    /** The agent that did not take it may be offered it again. */
    record TryForgotten(InteractionId interaction, AgentId agent, QueueStatus status) implements QueueEvent {
        public TryForgotten(InteractionId interaction, AgentId agent) {
            this(interaction, agent, QueueStatus.NONE);
        }

        @Override
        public TryForgotten with(QueueStatus after) {
            return new TryForgotten(interaction, agent, after);
        }

        public String name() {
            return "queue.tryForgotten";
        }

        public <R> R match(Cases<R> cases) {
            return cases.tryForgotten(this);
        }
    }

    record AgentBecameIdle(Queue.Idle agent, QueueStatus status) implements QueueEvent {
        public AgentBecameIdle(Queue.Idle agent) {
            this(agent, QueueStatus.NONE);
        }

        @Override
        public AgentBecameIdle with(QueueStatus after) {
            return new AgentBecameIdle(agent, after);
        }

        public String name() {
            return "queue.agentIdle";
        }

        public <R> R match(Cases<R> cases) {
            return cases.idle(this);
        }
    }

    record AgentNoLongerIdle(AgentId agent, Medium medium, QueueStatus status) implements QueueEvent {
        public AgentNoLongerIdle(AgentId agent, Medium medium) {
            this(agent, medium, QueueStatus.NONE);
        }

        @Override
        public AgentNoLongerIdle with(QueueStatus after) {
            return new AgentNoLongerIdle(agent, medium, after);
        }

        public String name() {
            return "queue.agentNotIdle";
        }

        public <R> R match(Cases<R> cases) {
            return cases.notIdle(this);
        }
    }
}
