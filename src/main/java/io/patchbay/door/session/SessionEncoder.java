package io.patchbay.door.session;

import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import java.time.Instant;
import java.util.List;

/**
 * What a dialect makes of events for one client. It may remember what the client knows: all it returns is known to the client from then on,
 * in this order. Called one at a time.
 *
 * @param <F> a frame: what is sent as one message
 */
public interface SessionEncoder<F> {

    /** What there is, from nothing: for a client that begins, or begins again after a gap. @param at the time to put on it */
    List<F> all(Snapshot now, Instant at);

    /** One event; none when this client is not told of it. */
    List<F> step(Delivery step);
}
