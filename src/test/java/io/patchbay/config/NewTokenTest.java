package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.model.AgentId;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.wire.BearerToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTokenTest {
    private static final String PASSWORD = "    password: 'pbkdf2:1000:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";

    @TempDir
    Path directory;

    @Test
    void the_line_lets_the_token_in_until_the_end_of_its_last_day() {
        List<String> made = NewToken.lines(List.of("eve", "wallboard", "2027-12-31"));
        Path file = new Temporary(directory).write("d.yaml", "users:", "  - name: eve", PASSWORD, "    tokens:", "    " + made.get(1));
        DirectoryFile read = DirectoryFile.read(file, new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO)));

        String[] parts = made.get(0).split("~");
        assertThat(BearerToken.parse("Bearer " + made.get(0))).isPresent();
        AgentId eve = new AgentId(parts[0]);
        assertThat(read.token(eve, parts[1], Instant.parse("2027-12-31T23:59:59.999Z")).orElseThrow().hash().matches(parts[2])).isTrue();
        assertThat(read.token(eve, parts[1], Instant.parse("2028-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void no_two_are_alike() {
        String one = NewToken.lines(List.of("eve", "a")).get(0);
        assertThat(NewToken.lines(List.of("eve", "a")).get(0)).isNotEqualTo(one).hasSameSizeAs(one).hasSizeGreaterThan(40);
    }

    @Test
    void what_makes_no_token_is_refused() {
        for (List<String> args : List.of(List.<String>of(), List.of("eve"), List.of("eve", "a~b"), List.of("eve", "a", "tomorrow"))) {
            assertThatThrownBy(() -> NewToken.lines(args)).isInstanceOf(RuntimeException.class);
        }
    }
}
