package io.patchbay.door.session;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The binding of one agent's clients of one dialect at this member, with its connections: of an exclusive dialect the one that has the
 * session and those it takes the place of, of a shared dialect all that are open. Guarded by the {@link ClientSessions} it is in.
 */
final class ClientSession<C extends SessionClient<?>> {
    private final SessionId id;
    private final AgentEntry agent;
    private final Exclusivity exclusivity;
    private final AcceptedRequests accepted = new AcceptedRequests();
    private final List<SessionConnection<C>> connections = new ArrayList<>();
    private volatile boolean begun;

    /** @param begun whether a client was told anything: the session was bound at another member before */
    ClientSession(SessionId id, AgentEntry agent, Exclusivity exclusivity, boolean begun) {
        this.id = id;
        this.agent = agent;
        this.exclusivity = exclusivity;
        this.begun = begun;
    }

    SessionId id() {
        return id;
    }

    AgentEntry agent() {
        return agent;
    }

    Exclusivity exclusivity() {
        return exclusivity;
    }

    /** Request ids outlive the connection where the client may come back; each of several clients counts its own. */
    AcceptedRequests requestsOfNext() {
        return exclusivity == Exclusivity.EXCLUSIVE ? accepted : new AcceptedRequests();
    }

    boolean isBegun() {
        return begun;
    }

    /** The next connection that comes back is told what it missed, or everything anew. */
    void begin() {
        begun = true;
    }

    /** The one whose place the next one takes. */
    Optional<SessionConnection<C>> current() {
        return exclusivity == Exclusivity.SHARED || connections.isEmpty() ? Optional.empty()
                : Optional.of(connections.get(connections.size() - 1));
    }

    void add(SessionConnection<C> connection) {
        connections.add(connection);
    }

    void remove(SessionConnection<C> connection) {
        connections.remove(connection);
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** While there is one, the binding is not lost. */
    Stream<SessionConnection<C>> present() {
        return connections.stream().filter(connection -> connection.state().isPresent());
    }
}
