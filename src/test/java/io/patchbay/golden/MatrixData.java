package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files below {@code golden/matrix}: how each dialect asks, what is in common, which cells cannot be, and the operations. */
final class MatrixData {

    static final Path FOLDER = Path.of("src/test/resources/golden/matrix");
    private static final List<String> NO_OPERATION =
        List.of("blocks.yaml", "preludes.yaml", "requests.yaml", "situations.yaml", "events.yaml", "not-applicable.yaml");

    /** By what is done and the dialect: members of a golden step, or a list of them. */
    final JsonNode requests = Library.read(FOLDER.resolve("requests.yaml"));
    /** What operations begin with, by name: lists of steps. */
    private final JsonNode situations = Library.read(FOLDER.resolve("situations.yaml"));
    /** By operation or situation, then by {@code interactions} and the names of agents; and what is left out of all. */
    final JsonNode events = Library.read(FOLDER.resolve("events.yaml"));
    final JsonNode notApplicable = Library.read(FOLDER.resolve("not-applicable.yaml"));

    List<MatrixOperation> operations() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !NO_OPERATION.contains(file.getFileName().toString())).sorted()
                .map(file -> new MatrixOperation(this, file.getFileName().toString().replace(".yaml", ""), Library.read(file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The steps of a situation. */
    JsonNode situation(String name) {
        if (!situations.has(name)) {
            throw new IllegalArgumentException("situations.yaml has no " + name);
        }
        return situations.get(name);
    }

    /** The names of a situation and of those it begins with, in the order in which they come to pass. */
    List<String> parts(String situation) {
        List<String> all = new ArrayList<>();
        situation(situation).forEach(step -> {
            if (step.has("begin")) {
                all.addAll(parts(step.get("begin").asText()));
            }
        });
        all.add(situation);
        return all;
    }
}
