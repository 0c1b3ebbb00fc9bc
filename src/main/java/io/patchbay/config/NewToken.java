package io.patchbay.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/**
 * Makes a token for a user and its line for the directory: {@code java -cp target/patchbay.jar io.patchbay.config.NewToken <user>
 * <name> [<last day>]}. The token is shown once and not stored.
 */
public final class NewToken {
    private static final int SECRET_BYTES = 32;
    private static final String USAGE = "Give the user, a name for the token (letters, digits, _ and -) and, if it shall end, its last "
            + "day: eve dashboard 2027-12-31";

    private NewToken() { }

    public static void main(String[] args) {
        try {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            lines(List.of(args)).forEach(out::println);
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    /** The token, then the line for {@code tokens} of the user in config/directory.yaml. */
    static List<String> lines(List<String> args) {
        if (args.size() < 2 || args.size() > 3 || !args.stream().limit(2).allMatch(name -> name.matches("[A-Za-z0-9_@+-]{1,64}"))) {
            throw new IllegalArgumentException(USAGE);
        }
        String until = args.size() == 2 ? "" : ", until: '" + LocalDate.parse(args.get(2)) + "'";
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return List.of(String.join(AccessToken.BETWEEN, args.get(0), args.get(1), secret),
                "- {name: " + args.get(1) + ", hash: '" + PasswordHash.of(secret, AccessToken.ITERATIONS).line() + "'" + until + "}");
    }
}
