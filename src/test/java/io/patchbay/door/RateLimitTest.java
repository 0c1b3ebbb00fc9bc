package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void a_burst_is_taken_and_what_comes_back_is_no_more_than_a_burst() {
        BooleanSupplier allowance = new RateLimit(3, 1).allowance();
        assertThat(allowance.getAsBoolean() & allowance.getAsBoolean() & allowance.getAsBoolean()).isTrue();
        assertThat(allowance.getAsBoolean()).isFalse();
    }

    @Test
    void it_comes_back_with_time() {
        BooleanSupplier allowance = new RateLimit(1, 20).allowance();
        assertThat(allowance.getAsBoolean()).isTrue();
        await().until(allowance::getAsBoolean);
    }

    @Test
    void each_client_has_its_own() {
        RateLimit pace = new RateLimit(1, 1);
        assertThat(pace.allowance().getAsBoolean()).isTrue();
        assertThat(pace.allowance().getAsBoolean()).isTrue();
    }
}
