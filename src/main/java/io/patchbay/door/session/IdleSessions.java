package io.patchbay.door.session;

import io.patchbay.model.AgentId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The sessions without a connection, one an agent: clients that ask by single requests. Each request renews the session; it expires when
 * none came for a while. Thread-safe.
 */
public final class IdleSessions<C extends SessionClient<?>> {
    private final Map<AgentId, Held<C>> held = new ConcurrentHashMap<>();
    private final ClientSessions<C> sessions;
    private final long idle;

    /** @param idle how long a session lives after its last request */
    public IdleSessions(ClientSessions<C> sessions, Duration idle) {
        this.sessions = sessions;
        this.idle = idle.toNanos();
    }

    /** Empty where the agent has none, or it is over. */
    public Optional<SessionConnection<C>> of(AgentId agent) {
        return Optional.ofNullable(held.get(agent)).map(one -> one.connection).filter(connection -> !connection.state().isOver());
    }

    /** It is the agent's from now on, and lives on as long as if it were new. */
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

    /** Has one timer, which looks whether it was used meanwhile. */
    private static final class Held<C extends SessionClient<?>> {
        private final SessionConnection<C> connection;
        private volatile long usedAt;

        Held(SessionConnection<C> connection) {
            this.connection = connection;
        }
    }
}
