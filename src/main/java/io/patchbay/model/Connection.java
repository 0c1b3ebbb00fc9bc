package io.patchbay.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One party's leg in one call.
 *
 * @param agent  present when the party is an agent of the gateway
 * @param farEnd present when the party was dialled in the outside world: how it behaves
 * @param muted  the party hears and is not heard
 * @param invitedBy present when an agent called the party into a call that went on meanwhile
 * @param diversions the extensions that forwarded the call to this party, first the one that was called
 * @param startedAt when the leg came to be; empty in events, which have a time of their own
 * @param since     when it came into its present state; empty as that
 */
public record Connection(PartyId id, Address address, Role role, Optional<AgentId> agent, Optional<FarEnd> farEnd, State state,
                         boolean muted, Optional<AgentId> invitedBy, List<Address> diversions, Optional<Instant> startedAt,
                         Optional<Instant> since) {

    /** A snapshot of an earlier version names no diversions. */
    public Connection {
        diversions = diversions == null ? List.of() : diversions;
    }

    public Connection(PartyId id, Address address, Role role, Optional<AgentId> agent, Optional<FarEnd> farEnd, State state) {
        this(id, address, role, agent, farEnd, state, false, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** Connection states of DESIGN 2; a leg that is disconnected is not kept. */
    public enum State { INITIATED, QUEUED, ALERTING, CONNECTED, HELD, FAILED }

    /** The role of the party in the call. */
    public enum Role { CUSTOMER, AGENT, EXTERNAL, QUEUE, SUPERVISOR }

    public Connection in(State next) {
        return new Connection(id, address, role, agent, farEnd, next, muted, invitedBy, diversions, startedAt, since);
    }

    public Connection muted(boolean now) {
        return new Connection(id, address, role, agent, farEnd, state, now, invitedBy, diversions, startedAt, since);
    }

    public Connection invitedBy(AgentId inviter) {
        return new Connection(id, address, role, agent, farEnd, state, muted, Optional.of(inviter), diversions, startedAt, since);
    }

    /** @param state since when it is in its present state */
    public Connection at(Instant start, Instant state) {
        return new Connection(id, address, role, agent, farEnd, this.state, muted, invitedBy, diversions, Optional.of(start),
                Optional.of(state));
    }

    /** As an event tells of it, which has a time of its own. */
    public Connection untimed() {
        return new Connection(id, address, role, agent, farEnd, state, muted, invitedBy, diversions, Optional.empty(), Optional.empty());
    }

    /** In the place of a leg that was forwarded here. */
    public Connection insteadOf(Connection forwarded) {
        List<Address> all = Stream.concat(forwarded.diversions.stream(), Stream.of(forwarded.address)).toList();
        return new Connection(id, address, role, agent, farEnd, state, muted, forwarded.invitedBy, all, startedAt, since);
    }

    /** What was called to reach the party. */
    public Address called() {
        return diversions.isEmpty() ? address : diversions.get(0);
    }

    public boolean is(State other) {
        return state == other;
    }

    /** Whether the leg is in conversation, also if it is held. */
    public boolean isAnswered() {
        return state == State.CONNECTED || state == State.HELD;
    }

    /** The party is of the outside world: a customer, or somebody dialled there. */
    public boolean isOutside() {
        return role == Role.CUSTOMER || role == Role.EXTERNAL;
    }

    public boolean isOf(AgentId other) {
        return agent.filter(other::equals).isPresent();
    }
}
