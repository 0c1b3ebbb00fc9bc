package io.patchbay.config;

import java.time.Duration;

/**
 * How fast passwords of one name may be tried. Each wrong one adds a pause of debt, which time pays off; while the debt is that
 * of {@code after} wrong ones, the next try has to wait. Times are of {@link System#nanoTime()}.
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

    /** Nanoseconds until a password may be tried; zero: now. */
    synchronized long delay(long now) {
        return Math.max(0, paidOffAt - now - allowed);
    }

    synchronized void wrong(long now) {
        paidOffAt = Math.max(0, paidOffAt - now) + now + pause;
    }
}
