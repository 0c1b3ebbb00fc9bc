package io.patchbay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that is the content of a file, <code>${file:/run/secrets/kafka}</code>, as secrets are mounted into containers. */
final class FileValue {
    private static final Pattern FILE = Pattern.compile("\\$\\{file:([^}]+)}");

    private FileValue() { }

    /** Empty if the text is the value itself. */
    static Optional<Path> source(String text) {
        Matcher file = FILE.matcher(text);
        try {
            return file.matches() ? Optional.of(Path.of(file.group(1).strip())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The text without blanks and line ends around it. */
    static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
