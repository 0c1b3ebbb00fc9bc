package io.patchbay.door;

import io.patchbay.model.AgentId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * How fast each user of the directory may ask at one door, however many connections the user has there. Ask only for users that were
 * authenticated: what is kept is one count for each. Safe for every thread; never blocks.
 */
public final class UserRateLimits {
    private final Map<AgentId, BooleanSupplier> all = new ConcurrentHashMap<>();
    private final RateLimit pace;

    public UserRateLimits(RateLimit pace) {
        this.pace = pace;
    }

    /** Whether the user may ask once more now; each time that may counts. */
    public BooleanSupplier of(AgentId user) {
        return all.computeIfAbsent(user, any -> pace.allowance());
    }
}
