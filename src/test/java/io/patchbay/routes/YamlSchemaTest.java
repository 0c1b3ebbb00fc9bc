package io.patchbay.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Route files validate against the schema of the Camel on the class path. Its canonical schema cannot be used: it wants every data format
 * in each unmarshal at once.
 */
class YamlSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = schema();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_route_file_validates(Path file) throws IOException {
        assertThat(problems(Files.readString(file))).isEmpty();
    }

    @Test
    void a_placeholder_where_the_schema_has_a_boolean_does_not() {
        assertThat(problems("""
                - route:
                    id: in-x
                    autoStartup: "{{kafka.commands.enabled}}"
                    from: {uri: direct, parameters: {name: x}, steps: []}
                """)).isNotEmpty();
    }

    private static List<String> problems(String yaml) {
        JsonNode tree = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return SCHEMA.validate(tree).stream().map(Error::toString).toList();
    }

    private static Schema schema() {
        try (InputStream in = YamlSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
