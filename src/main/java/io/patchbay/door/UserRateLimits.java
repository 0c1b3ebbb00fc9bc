package io.patchbay.door;

import io.patchbay.model.AgentId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The rates of requests of each user at one door, over all connections of the user. Use it for authenticated users only, because it
 * keeps one count for each. Thread-safe. Never blocks.
 */
public final class UserRateLimits {
    private final Map<AgentId, BooleanSupplier> all = new ConcurrentHashMap<>();
    private final RateLimit pace;

    public UserRateLimits(RateLimit pace) {
        this.pace = pace;
    }

    /** Whether one more request of the user is allowed now. Each allowed request counts. */
    public BooleanSupplier of(AgentId user) {
        return all.computeIfAbsent(user, any -> pace.allowance());
    }
}
