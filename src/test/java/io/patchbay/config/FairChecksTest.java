package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairChecksTest {
    private final FairChecks checks = new FairChecks();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        release.countDown();
        checks.close();
    }

    /** Both threads are busy until the release. */
    private void keepBusy() {
        CountDownLatch busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            checks.offer("busy", () -> {
                busy.countDown();
                await().until(() -> release.getCount() == 0);
            });
        }
        await().until(() -> busy.getCount() == 0);
    }

    private boolean offer(String network, String name) {
        return checks.offer(network, () -> done.add(name));
    }

    @Test
    void networks_take_turns() {
        keepBusy();
        for (int i = 0; i < 100; i++) {
            offer("guessing", "guess" + i);
        }
        offer("home", "ana");
        release.countDown();
        await().until(() -> done.size() == 101);
        assertThat(done.indexOf("ana")).as("two threads, so a place or two later").isLessThan(10);
    }

    @Test
    void the_line_of_a_network_has_a_limit_and_all_lines_together_have_one() {
        keepBusy();
        for (int i = 0; i < FairChecks.WAITING_OF_ONE; i++) {
            assertThat(offer("guessing", "guess" + i)).isTrue();
        }
        assertThat(offer("guessing", "one more")).isFalse();
        for (int i = FairChecks.WAITING_OF_ONE; i < FairChecks.WAITING; i++) {
            assertThat(offer("network" + i, "guess")).isTrue();
        }
        assertThat(offer("home", "ana")).isFalse();
        release.countDown();
        await().until(() -> done.size() == FairChecks.WAITING);
        assertThat(offer("home", "ana")).isTrue();
    }

    @Test
    void a_check_that_fails_stops_no_other() {
        for (int i = 0; i < 4; i++) {
            checks.offer("broken", () -> {
                throw new IllegalStateException("a check that fails on purpose");
            });
        }
        offer("home", "ana");
        await().dontCatchUncaughtExceptions().until(() -> done.contains("ana"));
    }

    @Test
    void a_closed_one_takes_nothing() {
        checks.close();
        assertThat(offer("home", "ana")).isFalse();
    }
}
