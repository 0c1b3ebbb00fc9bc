package io.patchbay.wire;

import java.time.Duration;

/**
 * What one client may cost.
 *
 * @param messageBytes    longest message or HTTP body, in bytes
 * @param queueBytes      unsent bytes per connection before the peer is cut as too slow
 * @param pingEvery       WebSocket ping interval; a peer that misses two is dropped
 * @param unfinishedAfter longest time from the first to the last byte of a fragmented message or an HTTP body
 * @param closeWithin     time a peer has to take the close frame before the socket is cut
 * @param idleAfter       silence in both directions after which a socket is closed; longer than {@code pingEvery}
 * @param threads         threads that run routes, for WebSocket signals and for HTTP each
 */
public record WireLimits(int messageBytes, int queueBytes, Duration pingEvery, Duration unfinishedAfter, Duration closeWithin,
                         Duration idleAfter, int threads) {

    public WireLimits {
        positive("messageBytes", messageBytes);
        positive("queueBytes", queueBytes);
        positive("pingEvery", pingEvery.toMillis());
        positive("unfinishedAfter", unfinishedAfter.toMillis());
        positive("closeWithin", closeWithin.toMillis());
        positive("threads", threads);
        if (idleAfter.compareTo(pingEvery) <= 0) {
            throw new IllegalArgumentException("idleAfter " + idleAfter + " must be longer than pingEvery " + pingEvery
                + ", or quiet WebSockets are closed between two pings");
        }
    }

    /** 64 KiB messages, 1 MiB queued, pings every 25 s. */
    public static WireLimits defaults() {
        return new WireLimits(64 * 1024, 1024 * 1024, Duration.ofSeconds(25), Duration.ofSeconds(10), Duration.ofSeconds(5),
            Duration.ofSeconds(120), 16);
    }

    /** A longer frame is not read to its end: the framing is given up. A shorter one that is too long a message is skipped. */
    int frameBytes() {
        return (int) Math.min(Integer.MAX_VALUE, 16L * messageBytes);
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, was " + value);
        }
    }
}
