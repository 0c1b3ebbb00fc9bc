package io.patchbay.config;

import java.time.Duration;

/**
 * The rate of password attempts for one name. Each wrong password adds a pause of debt, and time reduces it. While the debt exceeds
 * {@code after} wrong passwords, the next attempt waits. Times are of {@link System#nanoTime()}.
 */
final class LoginThrottle {
    private final long allowed;
    private final long pause;
    private long paidOffAt;

    LoginThrottle(int after, Duration pause, long now) {
        this.pause = pause.toNanos();
        this.allowed = this.pause * (after - 1);
        this.paidOffAt = now;
    }

    /** Nanoseconds until the next attempt, zero for now. */
    synchronized long delay(long now) {
        return Math.max(0, paidOffAt - now - allowed);
    }

    synchronized void wrong(long now) {
        paidOffAt = Math.max(0, paidOffAt - now) + now + pause;
    }
}
