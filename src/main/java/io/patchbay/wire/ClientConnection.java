package io.patchbay.wire;

import java.util.Map;
import java.util.Optional;

/** The connection of one client. It carries text in both directions. Thread-safe. No method blocks. */
public interface ClientConnection {

    /** Close code for a client that reads too slowly: its queue is full. */
    int TOO_SLOW = 4408;
    /** A connection is busy above this fraction of the queue limit. */
    int BUSY_SHARE = 4;

    /** Unique in this process, also among closed connections. */
    String id();

    /** The IP address of the client, without a port. Behind a trusted proxy it is the address that the proxy reports. */
    String remote();

    /** The user that the {@link RequestAuthenticator} of the door named at the beginning. Empty for doors without one. */
    default Optional<String> user() {
        return Optional.empty();
    }

    /** The Basic credentials of the upgrade request, not verified. */
    Optional<BasicCredentials> credentials();

    /** The Bearer token of the upgrade request, not verified. */
    default Optional<BearerToken> bearer() {
        return Optional.empty();
    }

    /**
     * Queues one message. Messages of one thread keep their order. Above the queue limit the client is disconnected with {@link
     * #TOO_SLOW}. On a closed connection the text is dropped.
     */
    void send(String text);

    /**
     * Queues one message of a topic. A CometD client gets the text, which is JSON, as data of a message on this topic, if it has
     * subscribed to the topic or to a wildcard that matches. Other connections have no topics and send the text. Order and limit are
     * those of {@link #send(String)}. A CometD client takes nothing without a topic: {@link #send(String)} throws {@link
     * UnsupportedOperationException}.
     */
    default void send(String topic, String text) {
        send(text);
    }

    /**
     * Sends the queued messages and the close frame. A client that does not read both in time is disconnected. A second call has no
     * effect.
     */
    void close(int code, String reason);

    boolean isOpen();

    /**
     * The door knows the user of this connection. Without this call a WebSocket or TCP connection is closed after the time for the
     * sign-in. Call it also for a user that comes back. A connection that an authenticator of the port admitted does not need it.
     */
    default void signedIn() { }

    /** Whether a large part of the queue limit is used. A sender of much data waits until this is false. */
    default boolean isBusy() {
        return false;
    }

    /** The query of a stream, decoded, with {@code Last-Event-ID} if the request had this header. Empty for other connections. */
    default Map<String, String> query() {
        return Map.of();
    }
}
