package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The file an operator reads is the whole truth: no key is missing from it, none in it is dead, every default is the real one. */
class ConfigFileTest {
    private static final Path FILE = Path.of("config/gateway.properties");

    private final List<Problem> problems = new ArrayList<>();
    private final PropertiesFile file = PropertiesFile.read(FILE, problems);
    private final Settings settings = new Settings(file, Map.of(), new Properties(), problems);

    @Test
    void the_file_has_every_key_of_the_gateway_with_its_default_and_no_other() {
        GatewayConfig.read(settings);
        Map<String, String> own = new LinkedHashMap<>(settings.defaults());
        own.keySet().removeAll(declared().keySet());
        Map<String, String> written = new LinkedHashMap<>();
        file.lines().forEach((key, line) -> written.put(key, line.value()));
        written.keySet().removeIf(key -> key.startsWith(CamelKeys.PREFIX));
        assertThat(written).containsExactlyEntriesOf(own);
        assertThat(problems).isEmpty();
    }

    @Test
    void a_key_of_one_door_is_stated_in_its_route_file_alone_with_its_meaning() {
        assertThat(declared()).containsKeys("harmony.session.grace", "platform.requests.burst", "events.openings.rate");
        assertThat(declared().values()).allSatisfy(key -> assertThat(key.meaning()).endsWith("."));
        assertThat(file.lines()).doesNotContainKeys(declared().keySet().toArray(String[]::new));
    }

    private static Map<String, ConfigKey> declared() {
        Map<String, ConfigKey> all = new LinkedHashMap<>();
        RouteDirectory.files(Path.of("routes")).forEach(file -> all.putAll(RouteKeys.declared(file)));
        return all;
    }

    @Test
    void every_key_has_a_sentence_above_it() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        file.lines().forEach((key, line) -> assertThat(lines.get(line.number() - 2)).as("the line above %s", key)
                .startsWith("# ").endsWith("."));
    }

    @Test
    void other_readers_of_properties_files_read_the_same() throws IOException {
        Properties others = new Properties();
        try (Reader in = Files.newBufferedReader(FILE)) {
            others.load(in);
        }
        Map<String, String> ours = new LinkedHashMap<>();
        file.lines().forEach((key, line) -> ours.put(key, line.value()));
        assertThat(others).containsExactlyInAnyOrderEntriesOf(ours);
    }

    @Test
    void the_defaults_are_those_the_bindings_name() {
        GatewayConfig config = GatewayConfig.read(settings);
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().messageLimit()).isEqualTo(65536);
        assertThat(config.json()).isEqualTo(new GatewayConfig.Json(32, 10_000, 16384, 100));
        assertThat(config.webSocket().pingInterval()).hasSeconds(25);
        assertThat(config.values()).containsEntry("harmony.session.grace", "60s").containsEntry("harmony.tcp.port", "7070");
        assertThat(config.offer().timeout()).hasSeconds(30);
        assertThat(config.offer().again()).hasSeconds(10);
        assertThat(config.kafka().isEmbedded()).isTrue();
    }
}
