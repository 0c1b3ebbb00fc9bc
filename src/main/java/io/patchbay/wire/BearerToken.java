package io.patchbay.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/** The token of an HTTP Bearer header (RFC 6750, plus the character @ of user names), not verified. The text form hides the token. */
public record BearerToken(String value) {

    private static final String SCHEME = "bearer ";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9@._~+/-]{1,500}=*");

    /** The token of an {@code Authorization} header. Empty if it is missing, of another scheme, or not a token. */
    public static Optional<BearerToken> parse(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip()).filter(FORM.asMatchPredicate()).map(BearerToken::new);
    }

    @Override
    public String toString() {
        return "BearerToken[***]";
    }
}
