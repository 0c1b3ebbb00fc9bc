package io.patchbay.broker;

import static io.patchbay.broker.UnusableBroker.Setting.DIRECTORY;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The directory of the broker: created, locked for this process and, the first time, formatted. Kafka notices a used directory only
 * when it has half started, and then ends the process. This class checks before.
 */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel lockFile = FileChannel.open(path.resolve("patchbay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new UnusableBroker(DIRECTORY, "The broker's directory " + path
                        + " is in use by another gateway: stop that one or name another directory.", null);
            }
            return new DataDirectory(path, lockFile);
        } catch (IOException e) {
            throw new UnusableBroker(DIRECTORY, "The broker cannot write to its directory " + path + " (" + reason(e)
                    + "): make it writable or name another directory.", e);
        }
    }

    private static FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    /** The broker that used the directory last was not stopped. Kafka leaves a mark at a stop and removes it at a start. */
    boolean isOfKilledBroker() {
        return Files.exists(path.resolve("meta.properties")) && !Files.exists(path.resolve(".kafka_cleanshutdown"));
    }

    /** Writes the first metadata of a new cluster unless an earlier start did. {@code meta.properties} is the last file. */
    void format(int nodeId, String controllerListener) {
        if (Files.exists(path.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(nodeId)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(path.toString()))
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(controllerListener)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (Exception e) {
            throw new UnusableBroker(DIRECTORY, "The broker's directory " + path + " cannot be prepared (" + e.getMessage()
                    + "): name an empty directory.", e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + path + " could not be released", e);
        }
    }
}
