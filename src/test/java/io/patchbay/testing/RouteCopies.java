package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The route files of the gateway in a directory of a test, to be changed there or joined by others. */
public final class RouteCopies {
    private RouteCopies() { }

    /** @param further directories whose files are copied too */
    public static void into(Path target, Path... further) {
        for (Path directory : Stream.concat(Stream.of(Path.of("routes")), Stream.of(further)).toList()) {
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> all = files.toList();
                for (Path file : all) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
