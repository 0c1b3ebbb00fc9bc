package io.patchbay.door;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How fast one client may ask.
 *
 * @param burst     requests it may send at once
 * @param perSecond how many of these come back each second
 */
public record RateLimit(int burst, int perSecond) {

    /** For one client, thread-safe: whether one more request may be taken now; each that may counts. */
    public BooleanSupplier allowance() {
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1))).build();
        return () -> bucket.tryConsume(1);
    }
}
