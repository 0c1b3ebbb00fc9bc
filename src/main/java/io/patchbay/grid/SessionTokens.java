package io.patchbay.grid;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.map.IMap;
import io.patchbay.model.AgentId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The HTTP sessions of users in the grid, with a backup like every cell. Holds hashes of tokens, never a token. No method blocks or
 * throws. A stage completes exceptionally if the owner of the entry does not answer, or if there is no majority of members.
 */
public final class SessionTokens {
    private static final int ATTEMPTS = 3;

    private final IMap<String, UserTokens> tokens;
    private final Clock clock;

    private SessionTokens(IMap<String, UserTokens> tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Through this member. @param clock for idle times; the clocks of the members should agree */
    public static SessionTokens of(Grid grid, Clock clock) {
        return new SessionTokens(grid.hazelcast().getMap(HazelcastConfig.SESSION_TOKENS), clock);
    }

    /**
     * Begins a session. One user has at most 32 at one door. At the limit the oldest one that was never used ends, or the longest
     * unused one.
     *
     * @param key of the door and the user
     * @param idle time without a use before the session ends
     */
    public CompletionStage<Void> begin(String key, AgentId user, String hash, Duration idle) {
        return submit(key, new TokenProcessor.Begin(user, hash, clock.instant(), idle)).thenAccept(done -> { });
    }

    /** The user of a session, whose idle time begins again. Empty if there is no such session, or no longer. */
    public CompletionStage<Optional<AgentId>> use(String key, String hash, Duration idle) {
        return submit(key, new TokenProcessor.Use(hash, clock.instant(), idle))
                .thenApply(user -> Optional.ofNullable(user).map(AgentId::new));
    }

    /** Ends a session at all members, if there is one. */
    public CompletionStage<Void> end(String key, String hash) {
        return submit(key, new TokenProcessor.End(hash)).thenAccept(done -> { });
    }

    private CompletionStage<String> submit(String key, TokenProcessor change) {
        return submit(key, change, ATTEMPTS);
    }

    /** Repeats a change with an unknown result, as at the loss of a member. Each change is idempotent. */
    private CompletionStage<String> submit(String key, TokenProcessor change, int attempts) {
        try {
            return tokens.submitToKey(key, change).handle((user, error) -> {
                if (error == null) {
                    return CompletableFuture.completedStage(user);
                }
                return attempts > 1 && isUnknown(error) ? submit(key, change, attempts - 1) : CompletableFuture.<String>failedStage(error);
            }).thenCompose(Function.identity());
        } catch (HazelcastException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isUnknown(Throwable error) {
        return (error instanceof CompletionException ? error.getCause() : error) instanceof IndeterminateOperationStateException;
    }
}
