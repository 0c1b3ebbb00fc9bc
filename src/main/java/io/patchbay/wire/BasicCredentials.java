package io.patchbay.wire;

import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

/** User and password of an HTTP Basic header (RFC 7617, UTF-8), not verified. The text form hides the password. */
public record BasicCredentials(String user, String password) {

    private static final String SCHEME = "basic ";

    /** The credentials of an {@code Authorization} header. Empty if it is missing, of another scheme, or not readable. */
    public static Optional<BasicCredentials> parse(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String pair = Utf8.decode(Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip()));
            int colon = pair.indexOf(':');
            return colon < 1 ? Optional.empty() : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials[user=" + user + ", password=***]";
    }
}
