package io.patchbay.door.session;

import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import java.time.Instant;

/** Sends frames to one client through its encoder. One thread at a time. */
record Telling(SessionClient<?> client) {

    /** Sends the whole state. */
    void begin(Snapshot now, Instant at) {
        begin(client, now, at);
    }

    void tell(Delivery step) {
        tell(client, step);
    }

    /** The client has this state already. It is encoded but not sent. */
    void know(Snapshot had) {
        client.encoder().all(had, Instant.EPOCH);
    }

    /** The client has this event already. */
    void know(Delivery step) {
        client.encoder().step(step);
    }

    boolean isBusy() {
        return client.isBusy();
    }

    private static <F> void begin(SessionClient<F> client, Snapshot now, Instant at) {
        client.send(client.encoder().all(now, at));
    }

    private static <F> void tell(SessionClient<F> client, Delivery step) {
        client.send(client.encoder().step(step));
    }
}
