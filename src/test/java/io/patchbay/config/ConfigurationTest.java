package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
