package io.patchbay.door.session;

import io.patchbay.model.AgentId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sessions without a connection, one for each agent, for clients with single requests. Each request renews the session. It expires
 * after a time without a request. Thread-safe.
 */
public final class IdleSessions<C extends SessionClient<?>> {
    private final Map<AgentId, Held<C>> held = new ConcurrentHashMap<>();
    private final ClientSessions<C> sessions;
    private final long idle;

    /** @param idle lifetime of a session after its last request */
    public IdleSessions(ClientSessions<C> sessions, Duration idle) {
        this.sessions = sessions;
        this.idle = idle.toNanos();
    }

    /** Empty if the agent has none, or it has ended. */
    public Optional<SessionConnection<C>> of(AgentId agent) {
        return Optional.ofNullable(held.get(agent)).map(one -> one.connection).filter(connection -> !connection.state().isOver());
    }

    /** Makes it the session of the agent with its full lifetime. */
    public void renew(SessionConnection<C> connection) {
        held.compute(connection.agent(), (agent, one) -> {
            boolean same = one != null && one.connection == connection;
            Held<C> now = same ? one : new Held<>(connection);
            now.usedAt = System.nanoTime();
            if (!same) {
                look(now, idle);
            }
            return now;
        });
    }

    public void forget(SessionConnection<C> connection) {
        held.computeIfPresent(connection.agent(), (agent, one) -> one.connection == connection ? null : one);
    }

    private void look(Held<C> one, long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(() -> {
            long left = idle - (System.nanoTime() - one.usedAt);
            if (left > 0) {
                look(one, left);
            } else if (held.remove(one.connection.agent(), one)) {
                sessions.expire(one.connection);
            }
        });
    }

    /** Has one timer, which checks for a use meanwhile. */
    private static final class Held<C extends SessionClient<?>> {
        private final SessionConnection<C> connection;
        private volatile long usedAt;

        Held(SessionConnection<C> connection) {
            this.connection = connection;
        }
    }
}
