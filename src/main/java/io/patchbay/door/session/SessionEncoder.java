package io.patchbay.door.session;

import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import java.time.Instant;
import java.util.List;

/**
 * Makes frames of events for one client. It may remember the knowledge of the client, because all returned frames reach the client in
 * this order. Called one at a time.
 *
 * @param <F> a frame, sent as one message
 */
public interface SessionEncoder<F> {

    /** The whole present state, for a client that begins, or begins again after a gap. @param at the time for the frames */
    List<F> all(Snapshot now, Instant at);

    /** The frames of one event. Empty if this client does not get the event. */
    List<F> step(Delivery step);
}
