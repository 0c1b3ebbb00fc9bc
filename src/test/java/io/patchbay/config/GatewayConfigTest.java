package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {
    @TempDir
    Path directory;
    private Temporary temporary;

    @BeforeEach
    void here() {
        temporary = new Temporary(directory);
    }

    @Test
    void an_option_wins_over_the_environment_that_over_the_file_that_over_the_default() {
        Properties options = new Properties();
        options.setProperty("http.port", "8003");
        Map<String, String> environment = Map.of("HTTP_PORT", "8002", "CLUSTER_PORT", "5702", "ROUTES_DIRECTORY", "config");
        GatewayConfig config = temporary.config(environment, options, "http.port=8001", "cluster.port=5801", "kafka.embedded.port=9001");
        assertThat(config.http().port()).isEqualTo(8003);
        assertThat(config.cluster().port()).isEqualTo(5702);
        assertThat(config.kafka().embedded().port()).isEqualTo(9001);
        assertThat(config.node()).isEqualTo("n1");
    }

    @Test
    void routes_can_use_every_value_in_force() {
        Map<String, String> values = temporary.config(Map.of("HTTP_PORT", "8002", "ROUTES_DIRECTORY", "config"), new Properties(),
                "http.port=8001", "camel.main.name=desk").values();
        assertThat(values).containsEntry("http.port", "8002").containsEntry("offer.timeout", "30s")
                .containsEntry("camel.main.name", "desk");
    }

    @Test
    void values_have_their_units() {
        GatewayConfig config = temporary.config(Temporary.PLAIN, new Properties(), "offer.timeout=400ms", "kafka.retention=2d",
                "http.message.limit=1MiB", "kafka.brokers= one:9092 , two:9093", "cluster.peers=10.0.0.2:5701");
        assertThat(config.offer().timeout()).isEqualTo(Duration.ofMillis(400));
        assertThat(config.kafka().retention()).isEqualTo(Duration.ofDays(2));
        assertThat(config.http().messageLimit()).isEqualTo(1 << 20);
        assertThat(config.kafka().brokers()).containsExactly("one:9092", "two:9093");
        assertThat(config.cluster().peers()).containsExactly("10.0.0.2:5701");
    }

    @Test
    void the_management_port_is_the_http_port_unless_it_is_another_one() {
        assertThat(management()).isEmpty();
        assertThat(management("http.port=8081", "management.port=8081")).isEmpty();
        assertThat(management("management.port=9876")).hasValue(9876);
        assertThat(management("http.port=0", "management.port=0")).as("a free one each").hasValue(0);
        assertThat(temporary.problemsOf("management.port=70000")).singleElement().asString()
                .startsWith("gateway.properties:1: management.port is \"70000\" but must be a port");
    }

    private OptionalInt management(String... lines) {
        return temporary.config(Temporary.PLAIN, new Properties(), lines).management().port();
    }

    @Test
    void schemas_are_at_the_http_port_unless_their_base_is_configured() {
        assertThat(temporary.config(Temporary.PLAIN, new Properties()).events().schemas(8081)).isEqualTo("http://localhost:8081/schemas");
        assertThat(temporary.config(Temporary.PLAIN, new Properties(), "events.schemas.base=https://schemas.example.com/cti").events()
                .schemas(8081)).isEqualTo("https://schemas.example.com/cti");
        assertThat(temporary.problemsOf("events.schemas.base=/schemas")).singleElement().asString()
                .startsWith("gateway.properties:1: events.schemas.base is \"/schemas\" but must be an address");
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_place() {
        Properties options = new Properties();
        options.setProperty("kafka.partitions", "many");
        Map<String, String> environment = Map.of("CLUSTER_PORT", "-1", "ROUTES_DIRECTORY", "config");
        assertThat(temporary.problemsOf(environment, options, "# ports", "http.port=99999", "offer.timeout=30", "", "http.prot=1"))
                .containsExactly(
                        "gateway.properties:2: http.port is \"99999\" but must be a port, 1 to 65535, or 0 for any free one",
                        "gateway.properties:3: offer.timeout is \"30\" but "
                                + "must be a duration from 100ms to 1h, such as 400ms, 30s, 10m, 2h or 7d",
                        "environment variable CLUSTER_PORT: cluster.port is \"-1\" but must be a port, 1 to 65535",
                        "-Dkafka.partitions: kafka.partitions is \"many\" but must be a whole number from 1 to 1000",
                        "gateway.properties:5: http.prot is not a key of the gateway (did you mean http.port?)");
    }

    @Test
    void the_message_can_be_printed_as_it_is() {
        BadConfig bad = new BadConfig(List.of(new Problem("a:1", "http.port", "x", "must be a port"),
                new Problem("b", "", null, "is empty")));
        assertThat(bad).hasMessage("""
                The configuration has 2 problems; nothing was started.
                  a:1: http.port is "x" but must be a port
                  b: is empty""");
    }

    @Test
    void a_key_stands_once() {
        assertThat(temporary.problemsOf("http.port=8080", "http.port=8081"))
                .containsExactly("gateway.properties:2: http.port is \"8081\" but stands in line 1 too. Remove one");
    }

    @Test
    void a_line_is_a_key_and_a_value() {
        assertThat(temporary.problemsOf("http.port 8080", "kafka.embedded.dir=C:\\data")).containsExactly(
                "gateway.properties:1: \"http.port 8080\" is not a key=value line. A comment starts with #",
                "gateway.properties:2: kafka.embedded.dir is \"C:\\data\" but must have no backslash: paths take /, a key one line");
    }

    @Test
    void a_misspelt_key_of_camel_is_refused() {
        assertThat(temporary.problemsOf("camel.mian.name=x", "camel.health.enabled=true", "camel.main=x"))
                .containsExactly("gateway.properties:1: camel.mian.name is not a key of Camel Main (did you mean camel.main.?)",
                        "gateway.properties:3: camel.main is not a key of Camel Main (did you mean camel.main.?)");
    }

    @Test
    void a_misspelt_option_is_refused_and_a_strange_one_is_none_of_our_business() {
        Properties options = new Properties();
        options.setProperty("http.prot", "80");
        options.setProperty("http.proxyHost", "proxy");
        options.setProperty("java.version", "17");
        assertThat(temporary.problemsOf(Temporary.PLAIN, options))
                .containsExactly("-Dhttp.prot: http.prot is not a key of the gateway (did you mean http.port?)");
    }

    @Test
    void a_misspelt_variable_is_refused_and_one_of_another_program_is_not() {
        Map<String, String> environment = new HashMap<>(Temporary.PLAIN);
        environment.putAll(Map.of("HTTP_PROT", "80", "KAFKA_BROKER", "one:9092", "PATCHBAY_HTTP_PORT", "80"));
        environment.putAll(Map.of("NODE_HOME", "/usr", "HTTPS_PORT", "443", "HTTP_PROXY", "proxy", "PATCHBAY_SERVICE_HOST", "10.0.0.1"));
        assertThat(temporary.problemsOf(environment, new Properties())).containsExactly(
                "environment variable HTTP_PROT: is not a variable of the gateway (did you mean HTTP_PORT?)",
                "environment variable KAFKA_BROKER: is not a variable of the gateway (did you mean KAFKA_BROKERS?)",
                "environment variable PATCHBAY_HTTP_PORT: is not a variable of the gateway (did you mean HTTP_PORT?)");
    }

    @Test
    void files_that_are_named_must_be_there() {
        assertThat(temporary.problemsOf(Map.of(), new Properties(), "directory.file=config/nobody.yaml", "routes.directory=pom.xml"))
                .containsExactly(
                        "gateway.properties:1: directory.file is \"config/nobody.yaml\" but must be a file that exists; "
                                + "paths start at the directory the gateway is started in",
                        "gateway.properties:2: routes.directory is \"pom.xml\" but must be a directory that exists; "
                                + "paths start at the directory the gateway is started in");
        assertThat(Temporary.problems(() -> GatewayConfig.read(directory.resolve("none.properties"), Temporary.PLAIN, new Properties())))
                .containsExactly(directory + "/none.properties: the file does not exist or cannot be read. "
                        + "Start the gateway in the directory that holds config");
    }
}
