package io.patchbay.door.session;

import java.util.List;

/**
 * A dialect's side of one connection. Thread-safe. No method blocks.
 *
 * @param <F> a frame
 */
public interface SessionClient<F> {

    SessionEncoder<F> encoder();

    /** Sends these frames without others between them. */
    void send(List<F> frames);

    /** Whether much data is unsent. Missed events are then sent more slowly. */
    boolean isBusy();

    /** Ends the deliveries. May be called again. */
    void quiet();

    /** The session has ended for this client. Reports it in the dialect, or closes the connection. */
    void end(SessionEnd why);
}
