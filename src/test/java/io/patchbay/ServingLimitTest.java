package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServingLimitTest {
    private final ServingLimit limit = new ServingLimit(Duration.ofSeconds(5));

    private boolean next(boolean able, double seconds) {
        return limit.next(able, (long) (seconds * 1e9));
    }

    @Test
    void a_failure_shorter_than_the_limit_changes_nothing_and_the_next_one_is_counted_anew() {
        assertThat(next(false, 10)).isTrue();
        assertThat(next(false, 14.9)).isTrue();
        assertThat(next(true, 15.5)).isTrue();
        assertThat(next(false, 16)).isTrue();
        assertThat(next(false, 20.9)).isTrue();
        assertThat(next(false, 21)).isFalse();
    }

    @Test
    void one_success_does_not_open_the_doors_and_a_second_of_success_does() {
        next(false, 0);
        assertThat(next(false, 5)).isFalse();
        assertThat(next(true, 6)).isFalse();
        assertThat(next(false, 6.5)).isFalse();
        assertThat(next(true, 7)).isFalse();
        assertThat(next(true, 8)).isTrue();
    }
}
