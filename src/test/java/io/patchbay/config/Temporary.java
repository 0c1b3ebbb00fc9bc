package io.patchbay.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Configuration files made for one test, and what is said about them. */
record Temporary(Path directory) {
    /** Of a checkout that may not have its routes yet, and whatever the machine's environment says. */
    static final Map<String, String> PLAIN = Map.of("ROUTES_DIRECTORY", "config");

    Path write(String name, String... lines) {
        try {
            return Files.write(directory.resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> problems(Executable loading) {
        BadConfig bad = Assertions.catchThrowableOfType(BadConfig.class, loading::execute);
        Assertions.assertThat(bad).as("the configuration is refused").isNotNull();
        return bad.problems().stream().map(Problem::toString).toList();
    }

    List<String> problemsOf(Map<String, String> environment, Properties options, String... lines) {
        Path file = write("gateway.properties", lines);
        return problems(() -> GatewayConfig.read(file, environment, options)).stream().map(this::shortened).toList();
    }

    List<String> problemsOf(String... lines) {
        return problemsOf(PLAIN, new Properties(), lines);
    }

    GatewayConfig config(Map<String, String> environment, Properties options, String... lines) {
        return GatewayConfig.read(write("gateway.properties", lines), environment, options);
    }

    String shortened(String text) {
        return text.replace(directory + "/", "");
    }
}
