package io.patchbay.schema;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Agent;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.Rejected;
import io.patchbay.publish.CommandAnswer;
import io.patchbay.publish.DirectoryEntry;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.Topics;
import io.patchbay.testing.EventTypes;
import io.patchbay.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files that say what is published, as they should read. The types are in the order of the model. */
record Published(List<Type> types, Map<String, ObjectNode> schemas, SchemaDescriptions words) {
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path INDEX = SCHEMAS.resolve("index.json");
    static final Path GUIDE = Path.of("src/docs/events.md");
    private static final String BEGIN = "<!-- types: written by exec:java@schemas -->\n";
    private static final String END = "<!-- /types -->";

    /**
     * A published type.
     *
     * @param name  the name its words are found under
     * @param value the class of the value of a record
     * @param only  the one member of its sealed family that occurs in it; Void where all may
     */
    record Type(String topic, String name, Class<?> value, Class<?> only) {
        String full() {
            return "cti." + name + ".v1";
        }
    }

    static Published now() {
        SchemaDescriptions words = SchemaDescriptions.read();
        List<Type> types = declared();
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        types.forEach(type -> schemas.put(type.full(), Schema.of(type.full(), type.name(), type.value(), type.only(), words)));
        return new Published(types, schemas, words);
    }

    /** Everything on any topic: a new kind of record is added here. */
    private static List<Type> declared() {
        List<Type> types = new ArrayList<>();
        EventTypes.byName().forEach((name, type) -> types.add(new Type(topic(type), name, type, Void.class)));
        types.add(new Type(Topics.AGENT_STATE, "agent.snapshot", EventRecords.StateSnapshot.class, Agent.class));
        types.add(new Type(Topics.INTERACTION_STATE, "interaction.snapshot", EventRecords.StateSnapshot.class, Interaction.class));
        types.add(new Type(Topics.QUEUE_STATE, "queue.snapshot", EventRecords.QueueSnapshot.class, Void.class));
        Samples.leaves(DirectoryEntry.class).map(leaf -> new Samples(0).of(leaf)).map(DirectoryEntry.class::cast).forEach(entry ->
                types.add(new Type(Topics.DIRECTORY, entry.type().replaceFirst("^cti\\.(.+)\\.v1$", "$1"), entry.getClass(), Void.class)));
        types.add(new Type(Topics.REPLIES, "command.answered", CommandAnswer.class, Void.class));
        types.add(new Type(Topics.REJECTED, "rejected", Rejected.class, Void.class));
        return types;
    }

    /** What each file holds, by where it is. */
    Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        schemas.forEach((type, schema) -> files.put(SCHEMAS.resolve(type + ".json"), text(schema)));
        files.put(INDEX, text(index()));
        files.put(GUIDE, guide());
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

    private ObjectNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        types.forEach(type -> index.withArray("schemas").addObject().put("type", type.full()).put("topic", type.topic())
                .put("schema", type.full() + ".json").put("description", words.of(type.name())));
        return index;
    }

    private String guide() {
        StringBuilder table = new StringBuilder(BEGIN).append("\n| topic | type | meaning |\n|---|---|---|\n");
        types.forEach(type -> table.append(String.format("| `%s` | `%s` | %s |\n", type.topic(), type.full(), words.of(type.name()))));
        String now = read(GUIDE);
        int begin = now.indexOf(BEGIN);
        int end = now.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(GUIDE + " has lost the marks around its table of types: " + BEGIN.strip() + " and " + END);
        }
        return now.substring(0, begin) + table.append('\n') + now.substring(end);
    }

    private static String topic(Class<? extends Event> type) {
        return switch (EventTypes.kind(type)) {
            case AGENT -> Topics.AGENTS;
            case INTERACTION -> Topics.INTERACTIONS;
            case QUEUE -> Topics.QUEUES;
            case TRANSCRIPT -> throw new IllegalArgumentException(type + " is on no topic");
        };
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
