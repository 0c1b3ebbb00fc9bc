package io.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Key pairs with their certificates, made by the keytool of the JDK; good for two days. */
public final class Certificates {
    public static final String PASSWORD = "store-geheim";
    private final Path directory;

    public Certificates(Path directory) {
        this.directory = directory;
    }

    /** A PKCS12 store with a key pair that signs itself, for the loopback address, and its certificate beside it in PEM. */
    public Path pair(String name) {
        Path store = directory.resolve(name + ".p12");
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-validity", "2", "-ext",
                "san=ip:127.0.0.1,dns:localhost", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD);
        keytool("-exportcert", "-rfc", "-alias", name, "-file", pem(name).toString(), "-keystore", store.toString(),
                "-storepass", PASSWORD);
        return store;
    }

    public Path pem(String name) {
        return directory.resolve(name + ".pem");
    }

    /** A PKCS12 store that trusts the certificate of the pair. */
    public Path trusting(String name) {
        Path store = directory.resolve("trusts-" + name + ".p12");
        keytool("-importcert", "-noprompt", "-alias", name, "-file", pem(name).toString(), "-storetype", "PKCS12", "-keystore",
                store.toString(), "-storepass", PASSWORD);
        return store;
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("keytool.log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
