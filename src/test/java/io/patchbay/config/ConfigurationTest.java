package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    Path directory;

    @Test
    void the_files_we_ship_are_sound() {
        Configuration shipped = Configuration.load(Path.of("config/gateway.properties"), Temporary.PLAIN, new Properties());
        assertThat(shipped.directory().isDemo()).isTrue();
        assertThat(shipped.gateway().kafka().isEmbedded()).isTrue();
    }

    @Test
    void the_problems_of_all_files_are_told_together() {
        Temporary temporary = new Temporary(directory);
        Path users = temporary.write("users.yaml", "demo: true", "users:", "  - name: a.b");
        Path platform = temporary.write("platform.yaml", "numbers:", "  - {pattern: '(', does: rings, after: 1}");
        Path file = temporary.write("gateway.properties", "http.port=x", "directory.file=" + users, "platform.file=" + platform);
        assertThat(Temporary.problems(() -> Configuration.load(file, Map.of("ROUTES_DIRECTORY", "config"), new Properties())).stream()
                .map(temporary::shortened)).containsExactly(
                "gateway.properties:1: http.port is \"x\" but must be a port, 1 to 65535, or 0 for any free one",
                "platform.yaml:2: numbers[0].pattern is \"(\" but must be a regular expression of the whole number, such as '.*0001'",
                "platform.yaml:2: numbers[0].does is \"rings\" but must be one of answers, busy, noAnswer, invalid, manual",
                "platform.yaml:2: numbers[0].after is \"1\" but must be a duration up to 10m, such as 200ms or 5s",
                "users.yaml:3: users[0].name is \"a.b\" but must be 1 to 64 letters, digits, _, @, + or -",
                "users.yaml:3: users[0].password is missing; it must be a line printed by hash-password");
    }

    @Test
    void passwords_that_everybody_can_guess_are_warned_of_also_without_the_line_that_says_so() throws IOException {
        String shipped = Files.readString(Path.of("config/directory.yaml"));
        assertThat(warnings(shipped)).singleElement(STRING).contains("demo passwords", "remove its line demo: true");
        assertThat(warnings(shipped.replace("demo: true", ""))).singleElement(STRING).contains("the names of their users");
        String other = PasswordHash.of("other", 1000).line();
        assertThat(warnings(shipped.replace("demo: true", "").replaceAll("password: .*", "password: " + other))).isEmpty();
    }

    private List<String> warnings(String users) throws IOException {
        Path file = Files.writeString(directory.resolve("users.yaml"), users);
        Map<String, String> environment = Map.of("DIRECTORY_FILE", file.toString());
        return Configuration.load(Path.of("config/gateway.properties"), environment, new Properties()).warnings();
    }
}
