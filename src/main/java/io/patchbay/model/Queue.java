package io.patchbay.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waiting contacts and idle agents.
 *
 * @param contacts waiting or offered, by arrival
 * @param idle the longest idle first
 * @param totals what has happened so far
 */
public record Queue(List<Contact> contacts, List<Idle> idle, Totals totals) implements State {

    public static final Queue EMPTY = new Queue(List.of(), List.of(), Totals.NONE);

    public Queue(List<Contact> contacts, List<Idle> idle) {
        this(contacts, idle, Totals.NONE);
    }

    /**
     * What has happened since the queue was opened, counted.
     *
     * @param since     when it was opened; empty before that
     * @param arrived   contacts that came, also those that came back
     * @param offered   offers to agents
     * @param returned  offers that came to nothing
     * @param taken     contacts that an agent took
     * @param abandoned contacts that gave up before that
     * @param withdrawn contacts that were taken out, to go elsewhere
     */
    public record Totals(Optional<Instant> since, long arrived, long offered, long returned, long taken, long abandoned, long withdrawn) {
        public static final Totals NONE = new Totals(Optional.empty(), 0, 0, 0, 0, 0, 0);

        public Totals open(Instant at) {
            return new Totals(Optional.of(at), arrived, offered, returned, taken, abandoned, withdrawn);
        }

        public Totals arrival() {
            return new Totals(since, arrived + 1, offered, returned, taken, abandoned, withdrawn);
        }

        public Totals offer() {
            return new Totals(since, arrived, offered + 1, returned, taken, abandoned, withdrawn);
        }

        public Totals offerReturned() {
            return new Totals(since, arrived, offered, returned + 1, taken, abandoned, withdrawn);
        }

        public Totals exit(Exit why) {
            return new Totals(since, arrived, offered, returned, taken + counted(why, Exit.TAKEN), abandoned + counted(why, Exit.ABANDONED),
                    withdrawn + counted(why, Exit.WITHDRAWN));
        }

        private static int counted(Exit why, Exit counter) {
            return why == counter ? 1 : 0;
        }
    }

    /** Why a contact waits no longer: an agent took it; who waited gave up; it was taken out of the queue, to go elsewhere. */
    public enum Exit { TAKEN, ABANDONED, WITHDRAWN }

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

    public Queue counted(Totals next) {
        return new Queue(contacts, idle, next);
    }

    public Queue with(List<Contact> waiting, List<Idle> agents) {
        return new Queue(waiting, agents, totals);
    }
}
