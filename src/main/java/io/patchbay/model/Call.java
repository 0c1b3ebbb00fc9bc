package io.patchbay.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One telephone call of an interaction. Its state is that of its connections and is kept nowhere else.
 *
 * @param from what called; @param to what was dialled
 */
public record Call(CallId id, Purpose purpose, Address from, Address to, List<Connection> connections) {

    /** A primary call, or one begun to consult while the primary is held. */
    public enum Purpose { PRIMARY, CONSULT }

    public Optional<Connection> connection(PartyId party) {
        return connections.stream().filter(c -> c.id().equals(party)).findFirst();
    }

    public Optional<Connection> of(AgentId agent) {
        return connections.stream().filter(c -> c.isOf(agent)).findFirst();
    }

    public Optional<Connection> at(Address address) {
        return connections.stream().filter(c -> c.address().equals(address)).findFirst();
    }

    /** The leg is that of who calls and waits for somebody to answer; an initiated leg that does not dial is called. */
    public boolean isDialling(Connection leg) {
        return leg.is(Connection.State.INITIATED) && at(from).filter(leg::equals).isPresent();
    }

    public Stream<Connection> in(Connection.State state) {
        return connections.stream().filter(c -> c.is(state));
    }

    public boolean has(Connection.Role role) {
        return connections.stream().anyMatch(c -> c.role() == role);
    }

    /** Adds the connection, or puts it in the place of the one with its id. */
    public Call with(Connection connection) {
        return new Call(id, purpose, from, to, List.copyOf(Listed.with(connections, connection, Connection::id)));
    }

    public Call without(PartyId party) {
        return new Call(id, purpose, from, to, connections.stream().filter(c -> !c.id().equals(party)).toList());
    }
}
