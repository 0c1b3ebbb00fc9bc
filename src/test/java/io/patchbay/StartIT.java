package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Broker;
import io.patchbay.testing.GatewayProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that cannot run prints one message and ends with code 2. What the message says in each case: {@link StartTest}. */
class StartIT {
    @TempDir
    Path directory;

    @Test
    void all_problems_are_told_at_once() {
        assertThat(problems(Map.of("http.port", "99999", "offer.timeout", "soon"))).hasSize(2)
                .anyMatch(line -> line.contains("http.port")).anyMatch(line -> line.contains("offer.timeout is \"soon\""));
    }

    @Test
    void what_is_found_out_last_ends_it_too() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refusal(Map.of("harmony.tcp.port", port))).contains("harmony.tcp.port is \"" + port + "\" but cannot be used");
        }
    }

    /** Each is first needed at another point of the start. */
    @ParameterizedTest
    @ValueSource(strings = {"camel-netty-4", "camel-jackson-4", "hazelcast-5", "kafka-metadata-4", "vertx-web-4", "micrometer-core-1",
        "jackson-databind-2"})
    void a_missing_library_ends_the_process_with_one_message(String library) throws IOException {
        Path lib = Files.createDirectory(directory.resolve("lib"));
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            for (Path jar : jars.filter(jar -> !jar.getFileName().toString().startsWith(library)).toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
        Path jar = Files.copy(Path.of("target/patchbay.jar"), directory.resolve("patchbay.jar"));
        try (GatewayProcess gateway = GatewayProcess.start(jar, directory, broker(library), Map.of())) {
            assertThat(gateway.exitCode()).as(gateway.output()).isEqualTo(1);
            assertThat(gateway.errors()).contains("did not start").contains("A library is missing").doesNotContain("\tat ");
            assertThat(gateway.output()).doesNotContain("Patchbay is ready");
        }
    }

    /** A broker of its own costs a start some seconds; only one of the libraries is needed by it. */
    private static Map<String, String> broker(String library) {
        return library.startsWith("kafka-metadata") ? Map.of() : Map.of("kafka.brokers", Broker.shared(), "kafka.partitions", "3");
    }

    private String refusal(Map<String, String> options) {
        List<String> problems = problems(options);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    /** The lines of the message, one a problem; that they are the whole message is what is asserted here. */
    private List<String> problems(Map<String, String> options) {
        try (GatewayProcess gateway = GatewayProcess.start(directory, options)) {
            assertThat(gateway.exitCode()).as(gateway.output()).isEqualTo(2);
            assertThat(gateway.output()).doesNotContain("Patchbay is ready").doesNotContain("\tat ");
            List<String> lines = gateway.errors().lines().toList();
            assertThat(lines.get(0)).startsWith("The configuration has ");
            assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("  ")).noneMatch(line -> line.contains("\tat "));
            return lines.subList(1, lines.size());
        }
    }
}
