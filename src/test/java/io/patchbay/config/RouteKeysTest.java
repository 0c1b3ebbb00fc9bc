package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that a route file declares as addresses, and defaults that use another key. */
class RouteKeysTest {
    @TempDir
    Path directory;
    private Temporary temporary;
    private final Properties options = new Properties();

    @BeforeEach
    void here() throws IOException {
        temporary = new Temporary(directory);
        options.setProperty("routes.directory", Files.createDirectory(directory.resolve("routes")).toString());
    }

    private void declares(String type, String fallback) {
        temporary.write("routes/1-in-acme.camel.yaml", "- beans:", "    - name: acme.url", "      type: io.patchbay.config.ConfigKey",
                "      properties:", "        type: " + type, "        default: \"" + fallback + "\"", "        meaning: \"A meaning.\"");
    }

    private String value(String... lines) {
        return temporary.config(Map.of(), options, lines).values().get("acme.url");
    }

    private List<String> problems(String... lines) {
        return temporary.problemsOf(Map.of(), options, lines);
    }

    @Test
    void a_default_has_the_value_in_force_of_the_key_that_it_uses() {
        declares("url", "http://localhost:{{http.port}}/api");
        assertThat(value()).isEqualTo("http://localhost:8080/api");
        assertThat(value("http.port=8001")).isEqualTo("http://localhost:8001/api");
        options.setProperty("http.port", "8002");
        assertThat(value("http.port=8001")).isEqualTo("http://localhost:8002/api");
        assertThat(value("acme.url=https://cti.example.org/api/v2")).isEqualTo("https://cti.example.org/api/v2");
    }

    @Test
    void a_default_that_uses_an_unknown_key_is_refused() {
        declares("url", "http://localhost:{{http.prot}}/api");
        assertThat(problems()).containsExactly(
                "routes/1-in-acme.camel.yaml: acme.url has a default that uses an unknown key, http.prot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h", "http://h:80", "http://10.0.0.1:8090/api/v2", "https://cti.example.org/a-b/c"})
    void an_address(String text) {
        declares("url", "http://localhost");
        assertThat(value("acme.url=" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "h:80", "ftp://h", "http://h/", "http://h/a/", "http://h/a b", "http://h?x=1", "http://h#x", "//h/a",
        "http://", "http://u:p@h"})
    void what_is_no_address_is_refused(String text) {
        declares("url", "http://localhost");
        assertThat(problems("acme.url=" + text)).containsExactly("gateway.properties:1: acme.url is \"" + text + "\" but must be "
                + "an address of the form http://host:port/path or https://host:port/path, without / at its end");
    }

    @Test
    void another_type_is_refused_with_those_there_are() {
        declares("uri", "http://localhost");
        assertThat(problems()).singleElement().asString().startsWith("routes/1-in-acme.camel.yaml: acme.url must have a type")
                .endsWith("url");
    }
}
