package io.patchbay.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the published files anew: {@code mvn test-compile exec:java@schemas}, after a change of the events or of their words. */
public final class WriteSchemas {
    private WriteSchemas() { }

    public static void main(String[] args) throws IOException {
        Published published = Published.now();
        Map<Path, String> files = published.files();
        try (Stream<Path> old = Files.list(Published.SCHEMAS)) {
            for (Path file : old.filter(f -> !files.containsKey(f)).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
        published.words().missing().forEach(name -> System.err.println(SchemaDescriptions.FILE + " does not say what this is: " + name));
        published.words().unused().forEach(name -> System.err.println(SchemaDescriptions.FILE + " speaks of what is not published: "
                + name));
    }
}
