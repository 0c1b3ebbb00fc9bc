package io.patchbay.grid;

import io.patchbay.model.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The HTTP sessions of one user at one door. Has at most {@link #LIMIT}.
 *
 * @param tokens the longest unused first
 */
record UserTokens(List<Token> tokens) {
    static final int LIMIT = 32;
    static final UserTokens NONE = new UserTokens(List.of());

    /**
     * One session.
     *
     * @param hash of its token; the token itself is with the client only
     * @param used the last use, by the clock of the member that was asked
     * @param returned whether the client has sent the token back
     */
    record Token(AgentId user, String hash, Instant used, boolean returned) { }

    UserTokens {
        tokens = List.copyOf(tokens);
    }

    /** Without the sessions that were last used at that time or before. */
    UserTokens usedAfter(Instant time) {
        return new UserTokens(tokens.stream().filter(token -> token.used().isAfter(time)).toList());
    }

    Optional<Token> find(String hash) {
        return tokens.stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    /**
     * With a new session. At the limit it replaces another one: the oldest whose client has never sent the token back, or the longest
     * unused if there is no such session. So a client that drops its cookies ends its own sessions first.
     */
    UserTokens with(Token begun) {
        UserTokens others = without(begun.hash());
        Stream<Token> full = others.tokens.size() < LIMIT ? Stream.empty() : others.tokens.stream();
        Optional<Token> replaced = full.reduce((first, next) -> first.returned() && !next.returned() ? next : first);
        return replaced.map(old -> others.without(old.hash())).orElse(others).and(begun);
    }

    /** After a use of this session. */
    UserTokens used(Token token, Instant now) {
        Token latest = new Token(token.user(), token.hash(), now.isAfter(token.used()) ? now : token.used(), true);
        return without(token.hash()).and(latest);
    }

    private UserTokens and(Token last) {
        return new UserTokens(Stream.concat(tokens.stream(), Stream.of(last)).toList());
    }

    UserTokens without(String hash) {
        return new UserTokens(tokens.stream().filter(token -> !token.hash().equals(hash)).toList());
    }
}
