package io.patchbay.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes the line of a password for config/directory.yaml: {@code java -cp target/patchbay.jar io.patchbay.config.HashPassword
 * [iterations] < password.txt}. The password is the first line of standard input, never an argument, so neither the process list nor
 * the shell history has it.
 */
public final class HashPassword {
    private HashPassword() { }

    public static void main(String[] args) throws IOException {
        int iterations = args.length == 0 ? PasswordHash.ITERATIONS : iterations(args[0]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = in.readLine();
        if (password == null || password.isEmpty()) {
            refuse("Type the password and press Enter, or pipe it in: its first line is hashed.");
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(PasswordHash.of(password, iterations).line());
    }

    private static int iterations(String text) {
        try {
            return Quantities.within(Quantities.whole(text), 1000, 99_999_999);
        } catch (IllegalArgumentException e) {
            refuse("The one argument is the number of iterations, 1000 to 99999999; the password is read from standard input.");
            return 0;
        }
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(2);
    }
}
