package io.patchbay.dialect.acqueon;

import io.patchbay.model.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Blocks the sign-in of a name from an address after five wrong ones in a row (acqueon.md 1.3). Keeps the pairs that were seen last, so
 * its size has a limit. Thread-safe. Never blocks a thread for long.
 */
final class SignInBlock {
    private static final int WRONG = 5;
    private static final int KEPT = 10_000;

    /** @param until when the block ends, if there are enough wrong sign-ins */
    private record Attempts(int wrong, Instant until) { }

    private final Map<String, Attempts> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > KEPT;
        }
    };
    private final Duration time;

    /** @param time of a block */
    SignInBlock(Duration time) {
        this.time = time;
    }

    synchronized boolean isBlocked(String name, String address, Instant now) {
        Attempts attempts = last.get(key(name, address));
        if (attempts == null || attempts.wrong() < WRONG) {
            return false;
        }
        if (now.isBefore(attempts.until())) {
            return true;
        }
        last.remove(key(name, address));
        return false;
    }

    synchronized void wrong(String name, String address, Instant now) {
        last.merge(key(name, address), new Attempts(1, now.plus(time)), (old, one) -> new Attempts(old.wrong() + 1, one.until()));
    }

    synchronized void right(String name, String address) {
        last.remove(key(name, address));
    }

    /** Names may be long. */
    private static String key(String name, String address) {
        return Ids.digest(address + "\n" + name);
    }
}
