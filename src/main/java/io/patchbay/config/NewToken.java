package io.patchbay.config;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes a token for a user and its line for the directory. */
public final class NewToken {
    private static final int SECRET_BYTES = 32;

    private NewToken() { }

    /**
     * The token, then the line for {@code tokens} of the user in config/directory.yaml.
     *
     * @throws IllegalArgumentException for a name that no directory can have
     */
    public static List<String> lines(String user, String name, Optional<LocalDate> lastDay) {
        for (String each : List.of(user, name)) {
            if (!each.matches("[A-Za-z0-9_@+-]{1,64}")) {
                throw new IllegalArgumentException("A name has 1 to 64 letters, digits and _ @ + -.");
            }
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return List.of(String.join(AccessToken.BETWEEN, user, name, secret),
                "- {name: " + name + ", hash: '" + PasswordHash.of(secret, AccessToken.ITERATIONS).line() + "'"
                        + lastDay.map(day -> ", until: '" + day + "'").orElse("") + "}");
    }
}
