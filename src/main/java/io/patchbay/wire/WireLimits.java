package io.patchbay.wire;

import java.time.Duration;

/**
 * Limits for one client.
 *
 * @param messageBytes longest message or HTTP body, in bytes
 * @param queueBytes unsent bytes of a connection before a slow client is disconnected
 * @param pingEvery interval of WebSocket pings; a client that misses two is disconnected; a dead TCP peer is found in the same time
 * @param unfinishedAfter longest time from the first to the last byte of a fragmented message or an HTTP body
 * @param closeWithin time for a client to take the close frame before the socket is closed
 * @param idleAfter silence in both directions before a socket is closed; longer than {@code pingEvery}
 * @param threads threads that run routes, for connection events and for HTTP each
 * @param signInWithin time from the opening of a connection to its sign-in, or to the first request of an HTTP connection
 */
public record WireLimits(int messageBytes, int queueBytes, Duration pingEvery, Duration unfinishedAfter, Duration closeWithin,
                         Duration idleAfter, int threads, Duration signInWithin) {
    private static final Duration SIGN_IN_WITHIN = Duration.ofMinutes(1);

    public WireLimits {
        positive("messageBytes", messageBytes);
        positive("queueBytes", queueBytes);
        positive("pingEvery", pingEvery.toMillis());
        positive("unfinishedAfter", unfinishedAfter.toMillis());
        positive("closeWithin", closeWithin.toMillis());
        positive("threads", threads);
        positive("signInWithin", signInWithin.toMillis());
        if (idleAfter.compareTo(pingEvery) <= 0) {
            throw new IllegalArgumentException("idleAfter " + idleAfter + " must be longer than pingEvery " + pingEvery
                + ", or quiet WebSockets are closed between two pings");
        }
    }

    /** With a minute for the sign-in. */
    public WireLimits(int messageBytes, int queueBytes, Duration pingEvery, Duration unfinishedAfter, Duration closeWithin,
                      Duration idleAfter, int threads) {
        this(messageBytes, queueBytes, pingEvery, unfinishedAfter, closeWithin, idleAfter, threads, SIGN_IN_WITHIN);
    }

    /** For a client that is ended because it has not signed in. */
    String signInSentence() {
        return "Sign in within " + signInWithin.toMillis() + " ms after the connection is open.";
    }

    /** 64 KiB messages, 1 MiB queued, pings every 25 s. */
    public static WireLimits defaults() {
        return new WireLimits(64 * 1024, 1024 * 1024, Duration.ofSeconds(25), Duration.ofSeconds(10), Duration.ofSeconds(5),
            Duration.ofSeconds(120), 16);
    }

    /**
     * A frame longer than this is not read to its end, and the framing is lost. A shorter frame with a message that is too long is
     * skipped.
     */
    int frameBytes() {
        return (int) Math.min(Integer.MAX_VALUE, 16L * messageBytes);
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, was " + value);
        }
    }
}
