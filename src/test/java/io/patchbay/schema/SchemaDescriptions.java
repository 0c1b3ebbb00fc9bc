package io.patchbay.schema;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What the published names mean, one sentence each. Collects what is missing, and knows what nobody asked for. */
final class SchemaDescriptions {
    static final Path FILE = Path.of("src/docs/event-words.properties");

    private final Properties sentences = new Properties();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> unused = new TreeSet<>();

    private SchemaDescriptions() { }

    static SchemaDescriptions read() {
        SchemaDescriptions words = new SchemaDescriptions();
        try (Reader file = Files.newBufferedReader(FILE)) {
            words.sentences.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.unused.addAll(words.sentences.stringPropertyNames());
        return words;
    }

    String of(String name) {
        return found(name, name);
    }

    /** The member's own sentence, or else the one for all members of that name. */
    String of(String owner, String member) {
        String own = owner + "." + member;
        return found(sentences.containsKey(own) ? own : "*." + member, own);
    }

    private String found(String key, String asked) {
        String sentence = sentences.getProperty(key, "").strip();
        if (sentence.isEmpty()) {
            missing.add(asked);
        }
        unused.remove(key);
        return sentence;
    }

    Set<String> missing() {
        return missing;
    }

    Set<String> unused() {
        return unused;
    }
}
