package io.patchbay.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waiting contacts and idle agents.
 *
 * @param contacts waiting or offered, by arrival
 * @param idle the longest idle first
 */
public record Queue(List<Contact> contacts, List<Idle> idle) implements State {

    public static final Queue EMPTY = new Queue(List.of(), List.of());

    /**
     * @param place     which of its waits this is
     * @param offeredTo the agent it is offered to just now
     * @param tried     who did not take it, latest last
     */
    public record Contact(InteractionId interaction, Medium medium, Instant arrivedAt, boolean wrapUp, ContactPolicy terms, PartyId place,
                          Optional<AgentId> offeredTo, List<Tried> tried) {
        public Contact offeredTo(Optional<AgentId> agent) {
            return new Contact(interaction, medium, arrivedAt, wrapUp, terms, place, agent, tried);
        }

        public Contact tried(List<Tried> agents) {
            return new Contact(interaction, medium, arrivedAt, wrapUp, terms, place, offeredTo, List.copyOf(agents));
        }
    }

    public record Tried(AgentId agent, Instant at, Why why) {
        /** The agent did not accept the contact, or cannot serve it: it takes part already, or the contact no longer waits. */
        public enum Why { PASSED, UNUSABLE }

        public boolean is(Why expected) {
            return why == expected;
        }
    }

    /** An agent ready on a channel of this medium. */
    public record Idle(AgentId agent, Medium medium, Instant since) { }

    public Optional<Contact> contact(InteractionId interaction) {
        return contacts.stream().filter(c -> c.interaction().equals(interaction)).findFirst();
    }
}
