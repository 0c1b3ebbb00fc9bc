package io.patchbay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The loaded and verified classes of the packaged gateway, in a file of the JVM's own form. A process that starts with it needs about half
 * of the processor time. The JVM ignores a file that does not belong to the jar and its libraries.
 */
public final class ClassArchive {
    private static final Path FILE = Path.of("target/patchbay.jsa");
    private static final Path DATA = Path.of("target/class-archive");

    private ClassArchive() { }

    /** Starts the packaged gateway and stops it, which writes the file. */
    public static void main(String[] args) throws IOException {
        Files.deleteIfExists(FILE);
        try (GatewayProcess gateway = GatewayProcess.start("-XX:ArchiveClassesAtExit=" + FILE, Files.createDirectories(DATA))) {
            gateway.awaitReady().stop();
        }
    }

    /** For a start of the packaged gateway; none before the file is written. */
    static List<String> flags() {
        return Files.exists(FILE) ? List.of("-XX:SharedArchiveFile=" + FILE) : List.of();
    }
}
