package io.patchbay.model;

import java.util.Optional;

/**
 * An invitation to a messaging contact.
 *
 * @param id of the participant that who accepts becomes
 * @param purpose what for
 * @param agent the agent asked; empty while a queue looks for one
 * @param queue present when a queue finds the agent
 * @param by the agent that asked; empty where the contact itself looks for its agent
 * @param of the agent that a supervisor joins; empty where nobody supervises
 * @param offered it has taken a slot of the agent, which may accept it; until then the agent is being asked for one
 */
public record Invitation(PartyId id, Purpose purpose, Optional<AgentId> agent, Optional<QueueName> queue,
                         Optional<AgentId> by, Optional<AgentId> of, boolean offered) {

    /**
     * To serve the contact, to replace the inviting agent, to join the inviting agent, visible to the customer or not, or to supervise
     * an agent: seen by nobody, by agents, by all.
     */
    public enum Purpose { SERVE, TRANSFER, CONSULT, INVITE, MONITOR, COACH, BARGE_IN }

    public Invitation(PartyId id, Purpose purpose, Optional<AgentId> agent, Optional<QueueName> queue, Optional<AgentId> by,
                      boolean offered) {
        this(id, purpose, agent, queue, by, Optional.empty(), offered);
    }

    /** Whether it waits for this agent. */
    public boolean isFor(AgentId other) {
        return agent.filter(other::equals).isPresent();
    }

    public boolean isBy(AgentId other) {
        return by.filter(other::equals).isPresent();
    }

    /** Other agents continue to serve the customer meanwhile. */
    public boolean isBeside() {
        return purpose == Purpose.CONSULT || purpose == Purpose.INVITE || of.isPresent();
    }

    /** Whether a supervisor joins this agent. */
    public boolean isOf(AgentId other) {
        return of.filter(other::equals).isPresent();
    }

    /** The supervised agent of a supervisor who does not serve the customer. */
    public Optional<AgentId> watched() {
        return of.filter(agent -> purpose != Purpose.BARGE_IN);
    }

    /** Whether it found this agent, which may accept. */
    public Invitation offeredTo(AgentId found) {
        return new Invitation(id, purpose, Optional.of(found), queue, by, of, true);
    }

    /** The queue looks for somebody else. */
    public Invitation goesOn() {
        return new Invitation(id, purpose, Optional.empty(), queue, by, of, false);
    }

    /** Whether a queue looks for an additional agent, or for one that replaces the inviting agent. */
    public boolean isAsking() {
        return queue.isPresent() && by.isPresent();
    }
}
