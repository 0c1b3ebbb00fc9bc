package io.patchbay.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public CometD client of npm with the scripts that use it, installed once for each JVM. */
public final class NodeClients {
    private static final Path SCRIPTS = Path.of("src/test/node/cometd");
    private static final String INSTALL =
            "npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --fetch-retries=0 --fetch-timeout=20000";

    private NodeClients() { }

    private static final class Installed {
        private static final Path FOLDER = Path.of("target/node-cometd-" + System.getProperty("fork", "0"));
        private static final String FAILURE = install();

        /** What npm printed, or nothing after success. */
        private static String install() {
            try (Stream<Path> files = Files.list(SCRIPTS)) {
                Files.createDirectories(FOLDER);
                for (Path file : files.toList()) {
                    Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try (Shell npm = Shell.run(FOLDER, "node --version && " + INSTALL, Map.of())) {
                return npm.exitCode() == 0 ? "" : npm.output();
            }
        }
    }

    /** Starts a script with these arguments. Without node, npm or the packages it ends the test as not run, and says so. */
    public static Shell run(String script, String... arguments) {
        assumeTrue(Installed.FAILURE.isEmpty(), () -> "The client of npm is NOT tested: node, npm or its packages are missing here.\n"
                + Installed.FAILURE);
        return Shell.run(Installed.FOLDER, "exec node " + script + " " + List.of(arguments).stream()
                .map(argument -> "'" + argument + "'").collect(Collectors.joining(" ")), Map.of());
    }
}
