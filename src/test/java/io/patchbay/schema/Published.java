package io.patchbay.schema;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Agent;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.Rejected;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.Topics;
import io.patchbay.testing.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** All files that say what is published, as they should read. */
record Published(Map<String, ObjectNode> schemas, String guide, SchemaDescriptions words) {
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path GUIDE = Path.of("src/docs/events.md");
    private static final String BEGIN = "<!-- types: written by exec:java@schemas -->\n";
    private static final String END = "<!-- /types -->";

    static Published now() {
        SchemaDescriptions words = SchemaDescriptions.read();
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        EventTypes.byName().forEach((name, type) -> put(schemas, "cti." + name + ".v1", name, type, Void.class, words));
        Map.of("agent", Agent.class, "interaction", Interaction.class).forEach((word, state) ->
                put(schemas, "cti." + word + ".snapshot.v1", word + ".snapshot", EventRecords.StateSnapshot.class, state, words));
        put(schemas, "cti.rejected.v1", "rejected", Rejected.class, Void.class, words);
        return new Published(schemas, guide(words), words);
    }

    private static void put(Map<String, ObjectNode> schemas, String type, String name, Class<?> value, Class<?> only,
            SchemaDescriptions words) {
        schemas.put(type, Schema.of(type, name, value, only, words));
    }

    /** What each file holds, by where it is. */
    Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        schemas.forEach((type, schema) -> files.put(SCHEMAS.resolve(type + ".json"), text(schema)));
        files.put(GUIDE, guide);
        return files;
    }

    private static String text(ObjectNode schema) {
        try {
            Separators spacing = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter(spacing)
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"));
            return ModelJson.text().writer(printer).writeValueAsString(schema) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String guide(SchemaDescriptions words) {
        StringBuilder table = new StringBuilder(BEGIN).append("\n| topic | type | meaning |\n|---|---|---|\n");
        EventTypes.byName().forEach((name, type) ->
                table.append(String.format("| `%s` | `cti.%s.v1` | %s |\n", topic(type), name, words.of(name))));
        String now = read(GUIDE);
        int begin = now.indexOf(BEGIN);
        int end = now.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(GUIDE + " has lost the marks around its table of types: " + BEGIN.strip() + " and " + END);
        }
        return now.substring(0, begin) + table.append('\n') + now.substring(end);
    }

    private static String topic(Class<? extends Event> type) {
        return EventTypes.isOfAgents(type) ? Topics.AGENTS : Topics.INTERACTIONS;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
