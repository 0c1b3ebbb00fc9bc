package io.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged gateway as a process of its own, on free ports and with a data directory of its own, until it is closed. */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Little of what the second compiler does would pay before the test is over. */
    private static final List<String> FOR_A_SHORT_LIFE = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=256m");
    private static final Path JAR = Path.of("target/patchbay.jar");
    private final Process process;
    private final Path output;
    private final Path errors;
    private final Map<String, String> options;

    private GatewayProcess(Process process, Path output, Path errors, Map<String, String> options) {
        this.process = process;
        this.output = output;
        this.errors = errors;
        this.options = options;
    }

    /**
     * Starts it and returns at once.
     *
     * @param directory for its data and what it prints; data of an earlier start in there is used again
     * @param changed   configuration keys and values beyond the ports and the data directory
     */
    public static GatewayProcess start(Path directory, Map<String, String> changed) {
        return start(directory, changed, Map.of());
    }

    public static GatewayProcess start(Path directory, Map<String, String> changed, Map<String, String> environment) {
        return start(ClassArchive.flags(), JAR, directory, changed, environment);
    }

    /** @param jar with its libraries beside it */
    public static GatewayProcess start(Path jar, Path directory, Map<String, String> changed, Map<String, String> environment) {
        return start(List.of(), jar, directory, changed, environment);
    }

    /** Starts it with one more flag of the JVM. */
    static GatewayProcess start(String flag, Path directory) {
        return start(List.of(flag), JAR, directory, Map.of(), Map.of());
    }

    private static GatewayProcess start(List<String> flags, Path jar, Path directory, Map<String, String> changed,
                                        Map<String, String> environment) {
        Map<String, String> options = new LinkedHashMap<>(Map.of("http.host", "127.0.0.1", "http.port", freePort(),
                "harmony.tcp.host", "127.0.0.1", "harmony.tcp.port", freePort(),
                "kafka.embedded.port", freePort(), "cluster.port", freePort()));
        options.put("kafka.embedded.dir", directory.resolve("kafka").toString());
        options.putAll(changed);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FOR_A_SHORT_LIFE);
        command.addAll(flags);
        options.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        try {
            Path output = Files.createTempFile(directory, "gateway", ".out");
            Path errors = Files.createTempFile(directory, "gateway", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("LOG_LIBRARIES", "INFO");
            builder.environment().putAll(environment);
            return new GatewayProcess(builder.start(), output, errors, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a supervisor stops it, with SIGTERM. */
    public int stop() {
        process.destroy();
        return exitCode();
    }

    /** As a machine that fails, with SIGKILL. */
    public int kill() {
        process.destroyForcibly();
        return exitCode();
    }

    /** It stays there but does nothing until {@link #thaw}. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
            assertThat(kill.waitFor()).as("kill %s", signal).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended in time; it printed:%n%s", output()).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public GatewayProcess awaitReady() {
        return awaitOutput("Patchbay is ready.");
    }

    public GatewayProcess awaitOutput(String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> output().contains(text) || !process.isAlive());
        assertThat(output()).as("what it printed, and to standard error: %s", errors()).contains(text);
        return this;
    }

    public long pid() {
        return process.pid();
    }

    /** @param key of a port */
    public String port(String key) {
        return options.get(key);
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + options.get("http.port"));
    }

    public String kafka() {
        return "127.0.0.1:" + options.get("kafka.embedded.port");
    }

    public String output() {
        return text(output);
    }

    public String errors() {
        return text(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
    }

    public static String freePort() {
        return String.valueOf(Ports.free());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
