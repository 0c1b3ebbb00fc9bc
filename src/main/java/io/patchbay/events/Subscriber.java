package io.patchbay.events;

import io.patchbay.wire.ClientConnection;

/** One subscribed client with its position. Used by one thread at a time. */
final class Subscriber {
    private final ClientConnection connection;
    private final FrameFormat format;
    private final EventSubscription subscription;
    private PartitionMap map;
    private long[] next;

    Subscriber(ClientConnection connection, FrameFormat format, EventSubscription subscription) {
        this.connection = connection;
        this.format = format;
        this.subscription = subscription;
    }

    ClientConnection connection() {
        return connection;
    }

    EventSubscription subscription() {
        return subscription;
    }

    /** Null before the beginning. */
    PartitionMap map() {
        return map;
    }

    /** Must not be changed. */
    long[] next() {
        return next;
    }

    /** Confirms the subscription from this position. */
    void begin(PartitionMap of, long[] from) {
        map = of;
        next = from.clone();
        connection.send(format.subscribed(subscription, cursor()));
    }

    /** Keeps the position in a later map of the same topics. Partitions that were added are read from their start. */
    void use(PartitionMap later) {
        if (later != map) {
            next = later.offsets(map.cursor(next));
            map = later;
        }
    }

    /** Informs the client that earlier events are no longer kept. */
    void reset(long[] oldest) {
        next = oldest.clone();
        connection.send(format.reset(cursor()));
    }

    /** Ignores notices before the position. */
    void take(Notice notice) {
        if (notice.offset() >= next[notice.place()]) {
            next[notice.place()] = notice.offset() + 1;
            if (subscription.takes(notice)) {
                connection.send(format.event(notice, cursor()));
            }
        }
    }

    /** No event for this client is before this offset. */
    void skipTo(int place, long offset) {
        next[place] = Math.max(next[place], offset);
    }

    private String cursor() {
        return map.cursor(next).text();
    }
}
