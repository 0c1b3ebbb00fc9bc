package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class CamelKeysTest {
    @Test
    void every_option_of_the_camel_on_the_class_path_is_known() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/META-INF/camel-main-configuration-metadata.json")) {
            JsonNode properties = new ObjectMapper().readTree(in).get("properties");
            assertThat(properties).hasSizeGreaterThan(100);
            assertThat(properties).map(property -> property.get("name").asText()).allMatch(CamelKeys::knows);
        }
    }
}
