package io.patchbay;

import java.time.Duration;

/**
 * When a member stops serving its clients, and when it begins again. It stops after it was unable for the whole limit, and begins after
 * it was able for a second, so that a short failure, or a short success, changes nothing. For one thread.
 */
final class ServingLimit {
    private static final long STEADY_NANOS = Duration.ofSeconds(1).toNanos();
    private final long limitNanos;
    private boolean serves = true;
    private boolean differs;
    private long since;

    ServingLimit(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    /**
     * Takes the result of a check.
     *
     * @param nanos when the check began
     * @return whether clients are served from now on
     */
    boolean next(boolean able, long nanos) {
        if (able == serves) {
            differs = false;
        } else if (!differs) {
            differs = true;
            since = nanos;
        } else if (nanos - since >= (serves ? limitNanos : STEADY_NANOS)) {
            serves = able;
            differs = false;
        }
        return serves;
    }
}
