package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.patchbay.model.AgentId;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.wire.BearerToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTokenTest {
    private static final String PASSWORD = "    password: 'pbkdf2:1000:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";

    @TempDir
    Path directory;

    @Test
    void the_line_lets_the_token_in_until_the_end_of_its_last_day() {
        List<String> made = NewToken.lines("eve", "wallboard", Optional.of(LocalDate.parse("2027-12-31")));
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
        String one = NewToken.lines("eve", "a", Optional.empty()).get(0);
        assertThat(NewToken.lines("eve", "a", Optional.empty()).get(0)).isNotEqualTo(one).hasSameSizeAs(one).hasSizeGreaterThan(40);
    }

    @Test
    void a_name_that_no_directory_can_have_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NewToken.lines("eve", "a~b", Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> NewToken.lines("", "a", Optional.empty()));
    }
}
