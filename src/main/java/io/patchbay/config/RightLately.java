package io.patchbay.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The networks from which each secret was right in the last day. Only who knows the secret adds one, and each secret keeps the last few.
 * Times are of {@link System#nanoTime()}. Thread-safe.
 */
final class RightLately {
    static final int KEPT = 16;
    private static final long LASTING = Duration.ofDays(1).toNanos();

    private final Map<PasswordHash, Map<String, Long>> all = new ConcurrentHashMap<>();

    void add(PasswordHash secret, String network, long now) {
        Map<String, Long> networks = all.computeIfAbsent(secret, any -> lastOnes());
        synchronized (networks) {
            networks.put(network, now);
        }
    }

    boolean has(PasswordHash secret, String network, long now) {
        Map<String, Long> networks = all.getOrDefault(secret, Map.of());
        synchronized (networks) {
            return networks.containsKey(network) && now - networks.get(network) < LASTING;
        }
    }

    private static Map<String, Long> lastOnes() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > KEPT;
            }
        };
    }
}
