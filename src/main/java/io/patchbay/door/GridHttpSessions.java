package io.patchbay.door;

import io.patchbay.grid.SessionTokens;
import io.patchbay.model.AgentId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Keeps the sessions in the grid. */
public final class GridHttpSessions implements HttpSessions {
    private static final Pattern SCOPE = Pattern.compile("[a-z]+");

    private final SecureRandom random = new SecureRandom();
    private final SessionTokens grid;
    private final String scope;
    private final Duration idle;

    /**
     * @param scope lower-case letters, the name of the dialect; sessions of another scope are unknown here
     * @param idle time without a request before a session ends, the same at all members
     */
    public GridHttpSessions(SessionTokens grid, String scope, Duration idle) {
        if (!SCOPE.matcher(scope).matches() || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("HTTP sessions need a name of a-z and a positive idle time, not " + scope + " and " + idle);
        }
        this.grid = grid;
        this.scope = scope;
        this.idle = idle;
    }

    @Override
    public CompletionStage<String> begin(AgentId user) {
        SessionToken token = SessionToken.fresh(user, random);
        return grid.begin(key(token), user, token.hash(), idle).thenApply(done -> token.text());
    }

    @Override
    public CompletionStage<Optional<AgentId>> user(String token) {
        return SessionToken.parse(token).map(known -> grid.use(key(known), known.hash(), idle))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    @Override
    public CompletionStage<Void> end(String token) {
        return SessionToken.parse(token).map(known -> grid.end(key(known), known.hash()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private String key(SessionToken token) {
        return scope + "/" + token.place();
    }
}
