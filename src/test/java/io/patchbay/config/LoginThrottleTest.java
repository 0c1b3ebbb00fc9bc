package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = Long.MAX_VALUE - 2 * SECOND; // nanoTime may be anywhere, and wraps
    private final LoginThrottle slowdown = new LoginThrottle(3, Duration.ofSeconds(2), NOW);

    @Test
    void the_first_wrong_passwords_are_free_and_the_next_try_waits_a_pause() {
        slowdown.wrong(NOW);
        slowdown.wrong(NOW);
        assertThat(slowdown.delay(NOW)).isZero();
        slowdown.wrong(NOW);
        assertThat(slowdown.delay(NOW)).isEqualTo(2 * SECOND);
        assertThat(slowdown.delay(NOW + 2 * SECOND)).isZero();
    }

    @Test
    void from_then_on_each_wrong_one_costs_a_pause_again() {
        for (int i = 0; i < 3; i++) {
            slowdown.wrong(NOW);
        }
        slowdown.wrong(NOW + 2 * SECOND);
        assertThat(slowdown.delay(NOW + 2 * SECOND)).isEqualTo(2 * SECOND);
    }

    @Test
    void time_forgives() {
        for (int i = 0; i < 3; i++) {
            slowdown.wrong(NOW);
        }
        long later = NOW + 60 * SECOND;
        slowdown.wrong(later);
        slowdown.wrong(later);
        assertThat(slowdown.delay(later)).isZero();
    }
}
