package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Ports;
import io.patchbay.testing.RouteCopies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that cannot run says in one message which key, value and file to change. {@link StartIT}: as a process, with its exit code. */
class StartTest {
    @TempDir
    Path directory;

    @Test
    void an_unknown_key_is_refused() {
        assertThat(refusal(Map.of("http.prot",
                "1"))).contains("-Dhttp.prot: http.prot is not a key of the gateway (did you mean http.port?)");
    }

    @Test
    void a_wrong_value_is_refused() {
        assertThat(refusal(Map.of("http.port", "99999"))).contains("-Dhttp.port: http.port is \"99999\" but must be a port");
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(problems(Map.of("http.port", "99999", "offer.timeout", "soon"))).hasSize(2)
                .anyMatch(line -> line.contains("http.port")).anyMatch(line -> line.contains("offer.timeout is \"soon\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.port", "harmony.tcp.port", "kafka.embedded.port", "cluster.port"})
    void a_port_in_use_is_refused(String key) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refusal(Map.of(key, port))).contains(key + " is \"" + port + "\" but cannot be used").containsIgnoringCase("in use");
        }
    }

    @Test
    void a_directory_without_route_files_is_refused() throws IOException {
        Path routes = Files.createDirectory(directory.resolve("routes"));
        assertThat(refusal(Map.of("routes.directory", routes.toString())))
                .contains("routes.directory is \"" + routes + "\"", "there is none");
    }

    @Test
    void a_route_file_that_is_none_is_refused_by_name() throws IOException {
        Path routes = routesWith("1-in-platform.camel.yaml", "steps:", "stepss:");
        assertThat(refusal(Map.of("routes.directory", routes.toString()))).contains(routes + "/1-in-platform.camel.yaml", "stepss");
    }

    @Test
    void a_route_that_calls_no_method_of_its_bean_is_refused_by_name() throws IOException {
        Path routes = routesWith("1-in-platform.camel.yaml", "method: decode", "method: decoode");
        assertThat(refusal(Map.of("routes.directory", routes.toString()))).contains(routes + "/1-in-platform.camel.yaml", "decoode");
    }

    @Test
    void a_route_that_calls_a_station_nobody_serves_is_refused_by_name() throws IOException {
        Path routes = routesWith("1-in-platform.camel.yaml", "name: dispatch", "name: dispatsch");
        assertThat(refusal(Map.of("routes.directory", routes.toString()))).contains(routes + "/1-in-platform.camel.yaml",
                "direct:dispatsch, but no route file serves it");
    }

    @Test
    void a_directory_file_with_a_mistake_is_refused_with_its_line() throws IOException {
        Path people = directory.resolve("directory.yaml");
        Files.writeString(people, Files.readString(Path.of("config/directory.yaml")).replaceFirst("role: agent\n", "role: agnt\n"));
        assertThat(refusal(Map.of("directory.file", people.toString())))
                .containsPattern("directory.yaml:\\d+: users\\[0].role is \"agnt\"");
    }

    private Path routesWith(String file, String right, String wrong) throws IOException {
        Path routes = Files.createDirectory(directory.resolve("routes"));
        RouteCopies.into(routes);
        String text = Files.readString(routes.resolve(file));
        assertThat(text).contains(right);
        Files.writeString(routes.resolve(file), text.replace(right, wrong));
        return routes;
    }

    private String refusal(Map<String, String> options) {
        List<String> problems = problems(options);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    /** The lines of the message, one a problem; that they are the whole message is what is asserted here. */
    private List<String> problems(Map<String, String> changed) {
        Properties options = new Properties();
        for (String port : List.of("http.port", "harmony.tcp.port", "kafka.embedded.port", "cluster.port")) {
            options.setProperty(port, Integer.toString(Ports.free()));
        }
        options.putAll(Map.of("http.host", "127.0.0.1", "harmony.tcp.host", "127.0.0.1", "cluster.name", "test-" + UUID.randomUUID(),
                "kafka.embedded.dir", directory.resolve("kafka").toString(), "kafka.partitions", "3"));
        if (!changed.containsKey("kafka.embedded.port")) {
            options.setProperty("kafka.brokers", Broker.shared());
        }
        options.putAll(changed);
        BadConfig refused = catchThrowableOfType(BadConfig.class,
                () -> Gateway.start(Configuration.load(Path.of("config/gateway.properties"), Map.of(), options)).close());
        assertThat(refused).as("it starts with %s", changed).isNotNull();
        List<String> lines = refused.getMessage().lines().toList();
        assertThat(lines.get(0)).startsWith("The configuration has ");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("  ")).noneMatch(line -> line.contains("\tat "));
        return lines.subList(1, lines.size());
    }
}
