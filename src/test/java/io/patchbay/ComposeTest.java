package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import io.patchbay.testing.Compose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docker-compose.yml is valid, and a gateway understands all of it. What its settings do is in ComposeIT. */
class ComposeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("config/gateway.properties");
    private static final Set<String> LOG = Set.of("LOG_LEVEL", "LOG_LIBRARIES", "LOG_LAYOUT", "LOG_AUDIT", "LOG_AUDIT_FILE",
            "LOG_AUDIT_LEVEL");
    private static final Pattern KAFKA_VERSION = Pattern.compile("<kafka.version>(.+)</kafka.version>");

    private final Compose compose = Compose.read();

    @Test
    void it_validates_against_the_compose_specification() throws IOException {
        assertThat(problems(compose.file())).isEmpty();
    }

    @Test
    void the_specification_finds_a_setting_that_does_not_exist() throws IOException {
        Map<String, Object> wrong = new LinkedHashMap<>(compose.file());
        wrong.put("services", Map.of("gateway-1", Map.of("image", "patchbay", "restarts", "always")));
        assertThat(problems(wrong)).singleElement().asString().contains("restarts");
    }

    @Test
    void the_broker_has_the_version_of_the_build() throws IOException {
        Matcher version = KAFKA_VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(compose.service("kafka").get("image")).isEqualTo("apache/kafka:" + version.group(1));
    }

    @Test
    void every_variable_of_a_gateway_is_a_key() {
        Set<String> known = GatewayConfig.read(FILE, Map.of(), new Properties()).values().keySet().stream()
                .map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_')).collect(Collectors.toCollection(HashSet::new));
        known.addAll(LOG);
        compose.gateways().forEach(gateway -> assertThat(known).containsAll(compose.environment(gateway).keySet()));
    }

    @Test
    void the_settings_load_and_make_one_cluster_of_two_beside_one_broker() {
        List<GatewayConfig> configs = compose.gateways().stream().map(this::config).toList();
        assertThat(configs).hasSize(2);
        assertThat(configs).extracting(GatewayConfig::node).doesNotHaveDuplicates();
        assertThat(configs).allSatisfy(config -> {
            assertThat(config.cluster().size()).isEqualTo(configs.size());
            assertThat(config.kafka().isEmbedded()).isFalse();
        });
        assertThat(configs).extracting(config -> config.kafka().brokers()).containsOnly(List.of("kafka:19092"));
    }

    @Test
    void the_peers_are_the_names_of_the_gateways_and_each_listens_on_its_own() {
        List<String> peers = compose.gateways().stream().map(gateway -> gateway + ":5701").toList();
        compose.gateways().forEach(gateway -> assertThat(compose.environment(gateway))
                .containsEntry("CLUSTER_HOST", gateway).containsEntry("CLUSTER_PEERS", String.join(",", peers)));
    }

    @Test
    void the_broker_listens_where_the_gateways_look() {
        assertThat(compose.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS")).contains("INSIDE://kafka:19092");
        assertThat(compose.environment("kafka").get("KAFKA_LISTENERS")).contains("INSIDE://:19092");
    }

    @Test
    void the_ports_of_the_clients_are_published_on_the_loopback_address() {
        compose.gateways().forEach(gateway -> assertThat(texts(compose.service(gateway).get("ports"))).hasSize(2)
                .anyMatch(port -> port.matches("127\\.0\\.0\\.1:808\\d:" + config(gateway).http().port()))
                .anyMatch(port -> port.matches("127\\.0\\.0\\.1:707\\d:" + config(gateway).values().get("harmony.tcp.port"))));
        assertThat(texts(compose.service("kafka").get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "gateway-1", "gateway-2"})
    void every_service_is_checked_restarted_limited_and_stopped_in_time(String service) {
        assertThat(compose.service(service).keySet().stream().map(Object::toString))
                .contains("healthcheck", "restart", "mem_limit", "stop_grace_period", "logging");
    }

    @Test
    void a_gateway_starts_after_a_healthy_broker() {
        compose.gateways().forEach(gateway -> assertThat(compose.service(gateway).get("depends_on"))
                .isEqualTo(Map.of("kafka", Map.of("condition", "service_healthy"))));
    }

    @Test
    void the_broker_keeps_its_records_in_a_volume() {
        String directory = compose.environment("kafka").get("KAFKA_LOG_DIRS");
        assertThat(texts(compose.service("kafka").get("volumes"))).containsExactly("kafka-data:" + directory);
        assertThat(((Map<?, ?>) compose.file().get("volumes")).containsKey("kafka-data")).isTrue();
    }

    @Test
    void what_is_copied_or_mounted_exists_and_the_configuration_is_mounted() {
        String dockerfile = compose.dockerfile("gateway-1");
        List<String> copied = Pattern.compile("(?m)^COPY (\\S+) \\S+$").matcher(dockerfile).results().map(found -> found.group(1)).toList();
        assertThat(copied).containsExactly("pom.xml", "src").allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(texts(compose.service("gateway-1").get("volumes")))
                .containsExactly("./config:/patchbay/config:ro", "./routes:/patchbay/routes:ro");
        assertThat(dockerfile).contains("WORKDIR /patchbay\n");
        assertThat(Path.of(compose.secret("directory"))).exists();
    }

    private static List<String> problems(Map<String, Object> file) throws IOException {
        JsonNode schema = JSON.readTree(Path.of("src/test/resources/compose-spec/compose-spec.json").toFile());
        ((ObjectNode) schema).remove("$id"); // relative, which the validator refuses
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema).validate(JSON.valueToTree(file)).stream()
                .map(Error::toString).toList();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    /** As the command check reads it, with names that this machine can resolve. */
    private GatewayConfig config(String gateway) {
        Map<String, String> environment = compose.environment(gateway);
        environment.put("CLUSTER_HOST", "127.0.0.1");
        return Configuration.load(FILE, environment, new Properties(), RouteCheck::problems).gateway();
    }
}
