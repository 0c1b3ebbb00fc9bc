package io.patchbay.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The rates of anonymous requests from each address at one door. Keeps the addresses that were seen last, so its size has a limit however
 * many addresses there are. Thread-safe. Never blocks for long.
 */
public final class AddressRateLimits {
    private static final int KEPT = 10_000;

    private final Map<String, BooleanSupplier> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BooleanSupplier> eldest) {
            return size() > KEPT;
        }
    };
    private final RateLimit pace;

    public AddressRateLimits(RateLimit pace) {
        this.pace = pace;
    }

    /** Whether one more request from this address is allowed now. Each allowed request counts. */
    public synchronized BooleanSupplier of(String address) {
        return last.computeIfAbsent(address, any -> pace.allowance());
    }
}
