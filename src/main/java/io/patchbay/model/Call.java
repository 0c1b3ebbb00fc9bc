package io.patchbay.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One telephone call of an interaction. Its state is that of its connections and is kept nowhere else.
 *
 * @param from       what called
 * @param to         what was dialled
 * @param consultFor present on a consult call: what it was begun for, which some dialects show
 * @param monitoring present on a supervisor's own call: what it listens to
 * @param startedAt  when it began
 * @param since      when the last of its legs came, went or changed its state
 * @param secondary  the call that ended in this one by the last transfer or conference of two calls
 */
public record Call(CallId id, Purpose purpose, Address from, Address to, List<Connection> connections, Optional<ConsultFor> consultFor,
                   Optional<Monitoring> monitoring, Optional<Instant> startedAt, Optional<Instant> since, Optional<CallId> secondary) {

    /** A primary call, one begun to consult while another is held, or that of a supervisor who listens to another. */
    public enum Purpose { PRIMARY, CONSULT, MONITOR }

    /** The purpose of a consultation call. The possible results do not depend on it. */
    public enum ConsultFor { TRANSFER, CONFERENCE, EITHER }

    /**
     * A supervisor with an agent in a call.
     *
     * @param call the one listened to
     * @param told the agent is shown who only listens, too
     */
    public record Monitoring(CallId call, AgentId agent, Mode mode, boolean told) {
        public Monitoring(CallId call, AgentId agent, Mode mode) {
            this(call, agent, mode, false);
        }

        /** Whether the agent sees the supervisor beside its call. A supervisor who barges in is a party of the call. */
        public boolean isShown() {
            return mode == Mode.WHISPER || mode == Mode.SILENT && told;
        }

        /** Whether it is this agent that is shown the supervisor. */
        public boolean isShownTo(AgentId other) {
            return isShown() && agent.equals(other);
        }

        /** Heard by nobody, heard by the agent, heard by all. */
        public enum Mode { SILENT, WHISPER, BARGE }
    }

    public Call(CallId id, Purpose purpose, Address from, Address to, List<Connection> connections, Optional<ConsultFor> consultFor,
                Optional<Monitoring> monitoring) {
        this(id, purpose, from, to, connections, consultFor, monitoring, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Call(CallId id, Purpose purpose, Address from, Address to, List<Connection> connections) {
        this(id, purpose, from, to, connections, Optional.empty(), Optional.empty());
    }

    public Optional<Connection> connection(PartyId party) {
        return connections.stream().filter(c -> c.id().equals(party)).findFirst();
    }

    public Optional<Connection> of(AgentId agent) {
        return connections.stream().filter(c -> c.isOf(agent)).findFirst();
    }

    public Optional<Connection> at(Address address) {
        return connections.stream().filter(c -> c.address().equals(address)).findFirst();
    }

    /**
     * Whether the leg is the caller before the first answer. Any other initiated leg is a called one, also the leg of a caller that
     * left and is called back.
     */
    public boolean isDialling(Connection leg) {
        return leg.is(Connection.State.INITIATED) && at(from).filter(leg::equals).isPresent()
                && connections.stream().noneMatch(Connection::isAnswered);
    }

    /** Those that are called by somebody and have not answered. */
    public Stream<Connection> called() {
        return connections.stream().filter(leg -> !leg.isAnswered() && leg.role() != Connection.Role.QUEUE && !isDialling(leg));
    }

    public Stream<Connection> in(Connection.State state) {
        return connections.stream().filter(c -> c.is(state));
    }

    /** It waits in a queue. A queue that could not be reached has a leg for a moment, too. */
    public boolean isQueued() {
        return in(Connection.State.QUEUED).findAny().isPresent();
    }

    /** Adds the connection, or puts it in the place of the one with its id. */
    public Call with(Connection connection) {
        return connectedBy(List.copyOf(Listed.with(connections, connection, Connection::id)));
    }

    public Call without(PartyId party) {
        return connectedBy(connections.stream().filter(c -> !c.id().equals(party)).toList());
    }

    public Call monitoring(Monitoring next) {
        return new Call(id, purpose, from, to, connections, consultFor, Optional.of(next), startedAt, since, secondary);
    }

    /** The other call ended in this one. */
    public Call joinedBy(CallId other) {
        return new Call(id, purpose, from, to, connections, consultFor, monitoring, startedAt, since, Optional.of(other));
    }

    private Call connectedBy(List<Connection> next) {
        return new Call(id, purpose, from, to, next, consultFor, monitoring, startedAt, since, secondary);
    }

    /** @param state since when its legs are what they are */
    public Call at(Instant start, Instant state, List<Connection> legs) {
        return new Call(id, purpose, from, to, legs, consultFor, monitoring, Optional.of(start), Optional.of(state),
                secondary);
    }
}
