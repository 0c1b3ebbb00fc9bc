package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginThrottleTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = Long.MAX_VALUE - 2 * SECOND; // nanoTime may be anywhere, and wraps
    private static final int AFTER = 3;
    private static final long PAUSE = 2 * SECOND;
    private final LoginThrottle throttle = new LoginThrottle(AFTER, Duration.ofNanos(PAUSE));

    private long delay(Object pair, long now) {
        return throttle.take(pair, now).delay();
    }

    @Test
    void the_first_attempts_are_allowed_and_the_next_waits_a_pause() {
        for (int i = 0; i < AFTER; i++) {
            assertThat(delay("ana", NOW)).isZero();
        }
        assertThat(delay("ana", NOW)).isEqualTo(PAUSE);
        assertThat(delay("ana", NOW + PAUSE)).isZero();
        assertThat(delay("ana", NOW + PAUSE)).as("from then on one for each pause").isEqualTo(PAUSE);
    }

    @Test
    void what_is_given_back_does_not_count() {
        for (int i = 0; i < 100; i++) {
            assertThat(delay("ana", NOW)).isZero();
            throttle.giveBack("ana", NOW);
        }
        assertThat(throttle.size()).isZero();
    }

    @Test
    void a_row_of_refusals_is_told_once() {
        for (int i = 0; i < AFTER; i++) {
            assertThat(throttle.take("ana", NOW).first()).isFalse();
        }
        assertThat(throttle.take("ana", NOW).first()).isTrue();
        assertThat(throttle.take("ana", NOW).first()).isFalse();
        assertThat(throttle.take("ana", NOW + PAUSE).first()).isFalse();
        assertThat(throttle.take("ana", NOW + PAUSE).first()).isTrue();
    }

    @Test
    void its_memory_has_a_limit_and_who_asks_often_is_not_forgotten() {
        for (int i = 0; i < AFTER; i++) {
            delay("ana", NOW);
        }
        for (int i = 0; i < 10 * LoginThrottle.KEPT; i++) {
            delay(i, NOW);
            if (i % (LoginThrottle.KEPT / 2) == 0) {
                assertThat(delay("ana", NOW)).isPositive();
            }
        }
        assertThat(throttle.size()).isEqualTo(LoginThrottle.KEPT);
    }

    /** Whatever comes when: no pair has more wrong attempts in any time than {@code after} and one for each pause. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_pair_gets_more_than_its_rate_and_none_waits_for_another(long seed) {
        Random random = new Random(seed);
        Map<String, List<Long>> wrong = new HashMap<>();
        long now = NOW;
        for (int step = 0; step < 2000; step++) {
            now += (long) (random.nextDouble() * random.nextDouble() * PAUSE);
            String pair = "pair" + random.nextInt(4);
            LoginThrottle.Turn turn = throttle.take(pair, now);
            List<Long> of = wrong.computeIfAbsent(pair, any -> new ArrayList<>());
            if (turn.delay() == 0 && random.nextInt(3) > 0) {
                of.add(now);
            } else if (turn.delay() == 0) {
                throttle.giveBack(pair, now);
            } else {
                assertThat(turn.delay()).isLessThanOrEqualTo(PAUSE);
                assertThat(of.size()).as("refused only after wrong ones").isGreaterThanOrEqualTo(AFTER);
            }
        }
        wrong.values().forEach(LoginThrottleTest::isWithinTheRate);
    }

    private static void isWithinTheRate(List<Long> times) {
        for (int from = 0; from < times.size(); from++) {
            for (int to = from; to < times.size(); to++) {
                assertThat(to - from + 1).isLessThanOrEqualTo((int) (AFTER + (times.get(to) - times.get(from)) / PAUSE));
            }
        }
    }
}
