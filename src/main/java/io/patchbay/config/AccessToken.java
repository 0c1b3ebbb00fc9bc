package io.patchbay.config;

import java.time.Instant;
import java.util.Optional;

/**
 * A token a user was given, as the directory keeps it. Who comes with it sends {@code <user>~<name>~<secret>}.
 *
 * @param name  tells apart those of one user
 * @param hash  of the secret
 * @param until when it ends; empty: it lasts until its line is taken out
 */
public record AccessToken(String name, PasswordHash hash, Optional<Instant> until) {
    static final String BETWEEN = "~";
    /** A secret is made by {@link NewToken}, of 256 random bits: nobody guesses it, however fast a guess is tried. */
    static final int ITERATIONS = 1000;

    boolean isValidAt(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
