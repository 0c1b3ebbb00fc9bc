package io.patchbay.config;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of a user in the directory. Its client sends {@code <user>~<name>~<secret>}.
 *
 * @param name distinguishes the tokens of one user
 * @param hash of the secret
 * @param until its end; empty: valid until its line is removed
 */
public record AccessToken(String name, PasswordHash hash, Optional<Instant> until) {
    static final String BETWEEN = "~";
    /** {@link NewToken} makes a secret of 256 random bits, so a fast hash is safe. */
    static final int ITERATIONS = 1000;

    boolean isValidAt(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
