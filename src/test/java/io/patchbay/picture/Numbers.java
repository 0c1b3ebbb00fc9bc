package io.patchbay.picture;

import java.util.List;
import java.util.Random;

/** What random agents and customers dial. */
final class Numbers {
    /** The last one is that of an agent who never signs in. */
    static final List<String> AGENTS = List.of("5001", "5002", "5003", "5069", "5011", "5012", "5021", "5013");
    static final List<String> QUEUES = List.of("6001", "6002");
    /** Busy, not answered, no number, answered by hand, and answered. */
    private static final List<String> OUTSIDE =
            List.of("+15550101", "+15550102", "+15550103", "+15550104", "+15550104", "+15550199");

    private Numbers() { }

    /** What an agent dials: mostly another agent. */
    static String any(Random random) {
        int kind = random.nextInt(10);
        return any(kind < 6 ? AGENTS : kind < 7 ? QUEUES : OUTSIDE, random);
    }

    static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
