package io.patchbay.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rate of sign-in attempts of each name from each address. Each attempt adds a pause of debt, and time reduces it. While the debt
 * exceeds {@code after} attempts, a further one is refused. A right attempt is given back. Keeps the pairs that were seen last, so its
 * size has a limit. Times are of {@link System#nanoTime()}. Thread-safe.
 */
final class LoginThrottle {
    static final int KEPT = 10_000;

    private final Map<Object, Debt> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Debt> eldest) {
            return size() > KEPT;
        }
    };
    private final long allowed;
    private final long pause;

    private record Debt(long paidOffAt, boolean refused) { }

    /**
     * @param delay nanoseconds until an attempt is allowed, zero if this one is
     * @param first whether it is the first refused one since an allowed one
     */
    record Turn(long delay, boolean first) { }

    LoginThrottle(int after, Duration pause) {
        this.pause = pause.toNanos();
        this.allowed = this.pause * (after - 1);
    }

    /** @param pair of a name and an address */
    synchronized Turn take(Object pair, long now) {
        Debt debt = last.getOrDefault(pair, new Debt(now, false));
        long owed = Math.max(0, debt.paidOffAt() - now);
        boolean refused = owed > allowed;
        last.put(pair, new Debt(refused ? debt.paidOffAt() : now + owed + pause, refused));
        return new Turn(refused ? owed - allowed : 0, refused && !debt.refused());
    }

    /** The attempt was right, or was not checked. */
    synchronized void giveBack(Object pair, long now) {
        last.computeIfPresent(pair, (key, debt) -> debt.paidOffAt() - pause - now > 0 ? new Debt(debt.paidOffAt() - pause, false) : null);
    }

    synchronized int size() {
        return last.size();
    }
}
