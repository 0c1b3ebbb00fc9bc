package io.patchbay.wire;

import java.util.Map;
import java.util.Optional;

/** One client's connection; text both ways, no meaning. Thread-safe; nothing here blocks. */
public interface ClientConnection {

    /** The peer reads too slowly: its queue is full. */
    int TOO_SLOW = 4408;
    /** Of the queue limit: what may wait before the connection is busy. */
    int BUSY_SHARE = 4;

    /** Unique in this process, also among connections that are gone. */
    String id();

    /** The peer's address, for logs only. */
    String remote();

    /** What the upgrade request carried; unverified. */
    Optional<BasicCredentials> credentials();

    /** The token it carried instead; unverified. */
    default Optional<BearerToken> bearer() {
        return Optional.empty();
    }

    /**
     * Queues one message. What one thread sends arrives in that order. Past the queue limit the peer is cut with {@link #TOO_SLOW};
     * on a closed connection the text is dropped.
     */
    void send(String text);

    /** Sends what is queued, then the close frame; a peer that does not take both in time is cut. Does nothing the second time. */
    void close(int code, String reason);

    boolean isOpen();

    /** A good part of the queue limit waits to be sent already: whoever has much more to send waits for this to end. */
    default boolean isBusy() {
        return false;
    }

    /** What a stream was asked for with: the query, decoded, and {@code Last-Event-ID} where that header came; empty for all others. */
    default Map<String, String> query() {
        return Map.of();
    }
}
