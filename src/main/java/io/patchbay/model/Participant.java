package io.patchbay.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One participant of a messaging contact.
 *
 * @param nickname what the others call it
 * @param address the number or mail address it writes from, where it has one
 * @param agent present when it is an agent of the gateway
 * @param visibility whom it is visible to; who is consulted is visible to agents only, and writes to nobody else
 * @param invitedBy  the agent that asked it in, where one did
 * @param startedAt  when it joined; empty in events, which have a time of their own
 * @param since      when it became visible as it is; empty as that
 */
public record Participant(PartyId id, Role role, String nickname, Optional<Address> address, Optional<AgentId> agent,
                          Visibility visibility, Optional<AgentId> invitedBy, Optional<Instant> startedAt, Optional<Instant> since) {

    public enum Role { CUSTOMER, AGENT, SUPERVISOR }

    public static Participant customer(PartyId id, String nickname, Optional<Address> address) {
        return new Participant(id, Role.CUSTOMER, nickname, address, Optional.empty(), Visibility.ALL, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    public static Participant agent(PartyId id, AgentId agent, String nickname, Visibility visibility, Optional<AgentId> invitedBy) {
        return new Participant(id, Role.AGENT, nickname, Optional.empty(), Optional.of(agent), visibility, invitedBy, Optional.empty(),
                Optional.empty());
    }

    public static Participant supervisor(PartyId id, AgentId agent, String nickname, Visibility visibility) {
        return new Participant(id, Role.SUPERVISOR, nickname, Optional.empty(), Optional.of(agent), visibility, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** A supervisor beside an agent, who never serves the customer. */
    public boolean isCoach() {
        return role == Role.SUPERVISOR && visibility == Visibility.AGENTS;
    }

    public Participant visibleTo(Visibility next) {
        return new Participant(id, role, nickname, address, agent, next, invitedBy, startedAt, since);
    }

    /** @param state since when it is visible as it is */
    public Participant at(Instant start, Instant state) {
        return new Participant(id, role, nickname, address, agent, visibility, invitedBy, Optional.of(start), Optional.of(state));
    }

    public Participant called(String next) {
        return new Participant(id, role, next, address, agent, visibility, invitedBy, startedAt, since);
    }

    public boolean isOf(AgentId other) {
        return agent.filter(other::equals).isPresent();
    }
}
