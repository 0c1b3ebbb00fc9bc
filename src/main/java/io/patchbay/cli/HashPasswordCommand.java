package io.patchbay.cli;

import io.patchbay.config.PasswordHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Makes the line of a password for config/directory.yaml. The password is the first line of standard input, never an argument, so
 * neither the process list nor the shell history has it.
 */
@Command(name = "hash-password", description = "Reads a password from standard input and prints its line for config/directory.yaml.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class HashPasswordCommand implements Callable<Integer> {
    private static final int FEWEST = 1000;
    private static final int MOST = 99_999_999;

    @Spec
    private CommandSpec spec;

    @Option(names = "--iterations", paramLabel = "N", defaultValue = "" + PasswordHash.ITERATIONS,
            description = "Rounds of the hash, ${DEFAULT-VALUE} if not given. Fewer make a sign-in cheaper and the hash weaker.")
    private int iterations;

    @Override
    public Integer call() throws IOException {
        if (iterations < FEWEST || iterations > MOST) {
            throw new ParameterException(spec.commandLine(), "--iterations must be from " + FEWEST + " to " + MOST + ".");
        }
        String password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (password == null || password.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Type the password and press Enter, or pipe it in. Its first line is hashed.");
        }
        spec.commandLine().getOut().println(PasswordHash.of(password, iterations).line());
        return 0;
    }
}
