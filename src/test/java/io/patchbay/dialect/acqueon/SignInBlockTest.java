package io.patchbay.dialect.acqueon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five wrong sign-ins in a row. */
class SignInBlockTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private final SignInBlock block = new SignInBlock(Duration.ofMinutes(5));

    private void wrong(int times) {
        IntStream.range(0, times).forEach(n -> block.wrong("ana", "10.0.0.1", NOW));
    }

    @Test
    void block_the_name_from_that_address_for_the_time() {
        wrong(4);
        assertThat(block.isBlocked("ana", "10.0.0.1", NOW)).isFalse();
        wrong(1);
        assertThat(block.isBlocked("ana", "10.0.0.1", NOW.plusSeconds(299))).isTrue();
        assertThat(block.isBlocked("ben", "10.0.0.1", NOW)).isFalse();
        assertThat(block.isBlocked("ana", "10.0.0.2", NOW)).isFalse();
        assertThat(block.isBlocked("ana", "10.0.0.1", NOW.plusSeconds(300))).isFalse();
        wrong(1);
        assertThat(block.isBlocked("ana", "10.0.0.1", NOW)).isFalse();
    }

    @Test
    void a_right_one_between_begins_the_count_again() {
        wrong(4);
        block.right("ana", "10.0.0.1");
        wrong(4);
        assertThat(block.isBlocked("ana", "10.0.0.1", NOW)).isFalse();
    }
}
