package io.patchbay.door;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The rate of requests of one client.
 *
 * @param burst requests at once
 * @param perSecond requests for each second after the burst
 */
public record RateLimit(int burst, int perSecond) {

    /** For one client, thread-safe: whether one more request is allowed now. Each allowed request counts. */
    public BooleanSupplier allowance() {
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1))).build();
        return () -> bucket.tryConsume(1);
    }
}
