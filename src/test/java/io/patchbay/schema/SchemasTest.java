package io.patchbay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.publish.Topics;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files under review are those the model and the words make. */
class SchemasTest {
    private static final String ADVICE = "after a change of events or words run: mvn -q test-compile exec:java@schemas";
    private final Published published = Published.now();

    @TestFactory
    Stream<DynamicTest> a_file_says_what_the_model_says() {
        return published.files().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey().getFileName().toString(), () -> {
            assertThat(file.getKey()).as(ADVICE).exists();
            assertThat(Published.read(file.getKey())).as(ADVICE).isEqualTo(file.getValue());
        }));
    }

    @Test
    void no_schema_is_left_of_an_event_that_is_gone() throws IOException {
        try (Stream<Path> files = Files.list(Published.SCHEMAS)) {
            assertThat(files).as(ADVICE).isSubsetOf(published.files().keySet());
        }
    }

    /** Commands are written by others. */
    @Test
    void every_topic_of_the_gateway_has_a_type() {
        for (Field topic : Topics.class.getFields()) {
            if (!read(topic).equals(Topics.COMMANDS)) {
                assertThat(published.types()).as(topic.getName()).anyMatch(type -> read(topic).equals(type.topic()));
            }
        }
    }

    private static Object read(Field topic) {
        try {
            return topic.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_event_value_and_member_is_described() {
        assertThat(published.words().missing()).as("describe them in " + SchemaDescriptions.FILE + "; " + ADVICE).isEmpty();
    }

    @Test
    void nothing_is_described_that_is_not_published() {
        assertThat(published.words().unused()).as("take them out of " + SchemaDescriptions.FILE + "; " + ADVICE).isEmpty();
    }
}
