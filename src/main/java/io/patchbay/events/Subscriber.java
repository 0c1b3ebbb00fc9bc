package io.patchbay.events;

import io.patchbay.wire.ClientConnection;

/** One client that is told: how far it has come, and what it is sent next. Used by one thread at a time. */
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

    /** Null before it has begun. */
    PartitionMap map() {
        return map;
    }

    /** Not to be changed. */
    long[] next() {
        return next;
    }

    /** Tells the client that it is subscribed from here on. */
    void begin(PartitionMap of, long[] from) {
        map = of;
        next = from.clone();
        connection.send(format.subscribed(subscription, cursor()));
    }

    /** Tells the client that what it did not hear up to here is no longer kept. */
    void reset(long[] oldest) {
        next = oldest.clone();
        connection.send(format.reset(cursor()));
    }

    /** Nothing comes of what it had already. */
    void take(Notice notice) {
        if (notice.offset() >= next[notice.place()]) {
            next[notice.place()] = notice.offset() + 1;
            if (subscription.takes(notice)) {
                connection.send(format.event(notice, cursor()));
            }
        }
    }

    /** What comes before is known to be nothing. */
    void skipTo(int place, long offset) {
        next[place] = Math.max(next[place], offset);
    }

    private String cursor() {
        return Cursor.of(map.incarnation(), next).text();
    }
}
