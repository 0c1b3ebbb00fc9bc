package io.patchbay.grid;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import io.patchbay.model.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A change of the HTTP sessions of one user. The backup makes the same change. Each change is
 * idempotent. Returns the user of the session, or null.
 */
sealed interface TokenProcessor extends EntryProcessor<String, UserTokens, String> {

    /** Begins a session. */
    record Begin(AgentId user, String hash, Instant now, Duration idle) implements TokenProcessor {
        @Override
        public String process(Map.Entry<String, UserTokens> entry) {
            UserTokens.Token begun = new UserTokens.Token(user, hash, now, false);
            TokenProcessor.keep(entry, TokenProcessor.alive(entry, now, idle).with(begun), idle);
            return user.value();
        }
    }

    /** Finds the user of a session and renews its idle time. An unknown session changes nothing. */
    record Use(String hash, Instant now, Duration idle) implements TokenProcessor {
        @Override
        public String process(Map.Entry<String, UserTokens> entry) {
            UserTokens alive = TokenProcessor.alive(entry, now, idle);
            Optional<UserTokens.Token> found = alive.find(hash);
            found.ifPresent(token -> TokenProcessor.keep(entry, alive.used(token, now), idle));
            return found.map(token -> token.user().value()).orElse(null);
        }
    }

    /** Ends a session. The idle time of the others continues. */
    record End(String hash) implements TokenProcessor {
        @Override
        public String process(Map.Entry<String, UserTokens> entry) {
            UserTokens before = entry.getValue();
            Optional<UserTokens.Token> found = before == null ? Optional.empty() : before.find(hash);
            if (found.isEmpty()) {
                return null;
            }
            UserTokens left = before.without(hash);
            if (left.tokens().isEmpty()) {
                entry.setValue(null);
            } else {
                ((ExtendedMapEntry<String, UserTokens>) entry).setValueWithoutChangingExpiryTime(left);
            }
            return found.get().user().value();
        }
    }

    private static UserTokens alive(Map.Entry<String, UserTokens> entry, Instant now, Duration idle) {
        return entry.getValue() == null ? UserTokens.NONE : entry.getValue().usedAfter(now.minus(idle));
    }

    /** Hazelcast counts whole seconds. It removes the entry of a user who does not return, and never before the last session expires. */
    private static void keep(Map.Entry<String, UserTokens> entry, UserTokens tokens, Duration idle) {
        ((ExtendedMapEntry<String, UserTokens>) entry).setValue(tokens, idle.toSeconds() + 2, TimeUnit.SECONDS);
    }

    @Override
    default EntryProcessor<String, UserTokens, String> getBackupProcessor() {
        return this;
    }
}
