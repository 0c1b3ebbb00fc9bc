package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.config.Configuration;
import io.patchbay.config.GatewayConfig;
import io.patchbay.testing.Compose;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docker-compose.yml says nothing the gateway would not understand. What its environment does is in ComposeIT. */
class ComposeTest {
    private static final Path FILE = Path.of("config/gateway.properties");
    private static final Set<String> LOG = Set.of("LOG_LEVEL", "LOG_LIBRARIES");

    private final Compose compose = Compose.read();

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
            assertThat(config.cluster().peers()).containsExactlyElementsOf(
                    configs.stream().map(one -> one.cluster().host() + ":" + one.cluster().port()).toList());
            assertThat(config.kafka().isEmbedded()).isFalse();
        });
        assertThat(configs).extracting(config -> config.kafka().brokers()).containsOnly(List.of("kafka:19092"));
    }

    @Test
    void a_member_listens_on_the_address_its_container_has() {
        compose.gateways().forEach(gateway -> assertThat(config(gateway).cluster().host()).isEqualTo(compose.address(gateway)));
    }

    @Test
    void the_broker_listens_where_the_gateways_look() {
        assertThat(compose.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS")).contains("INSIDE://kafka:19092");
        assertThat(compose.environment("kafka").get("KAFKA_LISTENERS")).contains("INSIDE://:19092");
    }

    @Test
    void ports_lead_to_the_http_port() {
        compose.gateways().forEach(gateway -> assertThat((List<?>) compose.services().get(gateway).get("ports"))
                .allMatch(port -> port.toString().endsWith(":" + config(gateway).http().port())));
    }

    @Test
    void what_is_copied_into_the_image_exists() {
        String dockerfile = compose.dockerfile("gateway-1");
        List<String> copied = Pattern.compile("(?m)^COPY (\\S+) \\S+$").matcher(dockerfile).results().map(found -> found.group(1)).toList();
        assertThat(copied).contains("pom.xml", "src", "config", "routes").allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(compose.dockerfile("gateway-2")).isEqualTo(dockerfile);
    }

    private GatewayConfig config(String gateway) {
        return Configuration.load(FILE, compose.environment(gateway), new Properties()).gateway();
    }
}
