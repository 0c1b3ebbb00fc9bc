package io.patchbay.door;

import io.patchbay.model.AgentId;
import io.patchbay.model.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token of an HTTP session: the place of its user in the grid, then a random secret. The place leads to the sessions of one user
 * without a search. It is no proof of anything, and the user comes from the grid.
 */
record SessionToken(String text) {
    private static final int PLACE_LENGTH = 32;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{" + PLACE_LENGTH + "}[A-Za-z0-9_-]{43}");

    static SessionToken fresh(AgentId user, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new SessionToken(Ids.digest(user.value()) + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for a text that no session has. @param text from a client */
    static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    String place() {
        return text.substring(0, PLACE_LENGTH);
    }

    /** The SHA-256 of the token. The secret has 256 random bits, so a fast hash is safe. */
    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SessionToken[***]";
    }
}
