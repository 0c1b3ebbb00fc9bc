package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.config.GatewayConfig;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.VerbTable;
import io.patchbay.dialect.genesys.words.CallOperation;
import io.patchbay.dialect.genesys.words.ContactOperation;
import io.patchbay.dialect.genesys.words.CustomerOperation;
import io.patchbay.dialect.genesys.words.DeviceOperation;
import io.patchbay.dialect.genesys.words.InteractionOperation;
import io.patchbay.dialect.genesys.words.UserState;
import io.patchbay.testing.Certificates;
import io.patchbay.testing.Markdown;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md claims and can be looked up. That its commands do what it prints is in ReadmeIT. */
class ReadmeTest {
    private static final Path FILE = Path.of("config/gateway.properties");
    private static final Path REQUESTS = Path.of("src/main/java/io/patchbay/dialect/harmony/request/HarmonyCommands.java");
    private static final Pattern REQUEST = Pattern.compile("prepareSession|bindSession|session\\.start|[a-z]+\\.request\\..+");
    private static final Pattern KNOWN = Pattern.compile("(?m)^ +known\\(\"([^\"]+)\", .*;$");

    private static final Pattern OPERATION = Pattern.compile("([A-Z][a-z]+)+");
    private static final Pattern VERB = Pattern.compile("Set\\w+|Log(in|out)|WrapUpCall|UpdateCallVariables|StateSync|Subscribe");
    private static final Pattern OPTION = Pattern.compile("-D([a-z.]+)");
    private static final Path TESTS = Path.of("src/test/java/io/patchbay");

    @TempDir
    private Path directory;

    private final Markdown readme = Markdown.read(Path.of("README.md"));
    private final Map<String, String> keys = GatewayConfig.read(FILE, Map.of(), new Properties()).values();

    @Test
    void the_commands_are_those_of_the_build() throws IOException {
        assertThat(readme.section("Develop it").blocks("sh")).containsExactly("mvn -B verify\n");
        assertThat(Files.readString(Path.of(".ci/run"))).endsWith("\nmvn -B verify\n");
        assertThat(readme.section("Run it").blocks("sh")).containsExactly("mvn -q compile exec:exec\n");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<artifactId>exec-maven-plugin</artifactId>");
    }

    @Test
    void the_camel_named_is_that_of_the_build() throws IOException {
        String version = Pattern.compile("<camel.version>(.*)</camel.version>").matcher(Files.readString(Path.of("pom.xml"))).results()
                .findFirst().orElseThrow().group(1);
        assertThat(Files.readString(Path.of("README.md"))).contains("Camel " + version + ",")
                .doesNotContainPattern("Camel (?!" + Pattern.quote(version) + ")[0-9]");
    }

    @Test
    void the_options_of_tests_are_those_of_the_build() throws IOException {
        List<String> named = readme.section("Develop it").spans().stream().filter(span -> span.contains("-D"))
                .flatMap(span -> OPTION.matcher(span).results()).map(option -> option.group(1)).distinct().toList();
        assertThat(named).containsExactlyInAnyOrder("quick", "test", "patchbay.property.seed", "tries");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<activation><property><name>quick</name></property></activation>");
        assertThat(Files.readString(TESTS.resolve("picture/RandomCallsTest.java"))).contains("\"patchbay.property.seed\"");
        assertThat(Files.readString(TESTS.resolve("testing/TryCount.java"))).contains("\"tries\"");
    }

    @Test
    void every_key_named_exists() {
        Set<String> groups = keys.keySet().stream().map(key -> key.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        List<String> named = readme.spans().stream().map(span -> span.replaceFirst("^-D", "").replaceFirst("=.*", ""))
                .filter(span -> span.matches("[a-z]+(\\.[a-z]+)+") && groups.contains(span.replaceFirst("\\..*", "")))
                .filter(span -> !span.contains(".request.")).toList();
        assertThat(named).isNotEmpty().allSatisfy(key -> assertThat(keys).containsKey(key));
        Set<String> variables = keys.keySet().stream().map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_'))
                .collect(Collectors.toSet());
        assertThat(readme.section("Configure it").spans().stream().filter(span -> span.matches("[A-Z]+_[A-Z_]+")))
                .isNotEmpty().isSubsetOf(variables);
    }

    @Test
    void the_settings_shown_are_taken() throws IOException {
        for (String block : readme.blocks("properties")) {
            Properties options = new Properties();
            options.load(new StringReader(block));
            assertThat(keys.keySet()).containsAll(options.stringPropertyNames());
            for (String key : options.stringPropertyNames()) {
                options.setProperty(key, onThisMachine(options.getProperty(key)));
            }
            Map<String, String> values = GatewayConfig.read(FILE, Map.of(), options).values();
            options.keySet().removeIf(key -> key.toString().endsWith(".password"));
            assertThat(values).containsAllEntriesOf(Map.copyOf(strings(options)));
        }
    }

    /** The files of an operator. */
    private String onThisMachine(String value) throws IOException {
        Files.writeString(directory.resolve("kafka"), "geheim\n");
        if (value.equals("/etc/patchbay/brokers.pem")) {
            new Certificates(directory).pair("brokers");
        }
        return value.replace("/run/secrets", directory.toString()).replace("/etc/patchbay", directory.toString());
    }

    @Test
    void the_requests_said_to_be_served_are_those_that_are_known() throws IOException {
        Set<String> known = KNOWN.matcher(Files.readString(REQUESTS)).results().map(request -> request.group(1))
                .collect(Collectors.toSet());
        assertThat(readme.section("Connect desktops").spans().stream().filter(span -> REQUEST.matcher(span).matches()).distinct())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void the_operations_said_to_be_served_are_those_that_are_known() {
        List<String> operations = Stream.of(Stream.of("StartContactCenterSession", "EndContactCenterSession", "Dial", "Intrude"),
                DeviceOperation.NAMES.stream(),
                Stream.of(UserState.values()).map(UserState::operation), Stream.of(CallOperation.values()).map(CallOperation::text),
                Stream.of(ContactOperation.values()).map(ContactOperation::text),
                Stream.of(CustomerOperation.REQUEST_CHAT), CustomerOperation.NAMES.stream(),
                Stream.of(InteractionOperation.values()).map(InteractionOperation::text), Stream.of(InteractionOperation.SEND))
                .flatMap(names -> names).distinct().toList();
        assertThat(readme.part("Genesys Web Services").spans().stream().filter(span -> OPERATION.matcher(span).matches()).distinct())
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void the_verbs_said_to_be_served_are_those_that_are_known() {
        List<String> spans = readme.part("Acqueon").spans();
        List<String> verbs = Stream.of(Flavour.values()).flatMap(flavour -> VerbTable.of(flavour).subtopics().stream()).toList();
        assertThat(spans).containsAll(verbs);
        assertThat(verbs).containsAll(spans.stream().filter(span -> VERB.matcher(span).matches()).toList());
    }

    @Test
    void the_route_files_are_all_named() throws IOException {
        try (var files = Files.list(Path.of("routes"))) {
            assertThat(readme.spans()).containsAll(files.map(file -> "routes/" + file.getFileName()).toList());
        }
    }

    private static Map<String, String> strings(Properties properties) {
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
