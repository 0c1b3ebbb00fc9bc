package io.patchbay.door.session;

import java.util.List;

/**
 * A dialect's side of one connection. Thread-safe; nothing here blocks.
 *
 * @param <F> a frame
 */
public interface SessionClient<F> {

    SessionEncoder<F> encoder();

    /** These frames with none between them. */
    void send(List<F> frames);

    /** It has much to read already: what it missed is told slower. */
    boolean isBusy();

    /** Nothing is told any more; it may be called again. */
    void quiet();

    /** The session is over for this client: it is told so in the dialect's words, or its connection is closed. */
    void end(SessionEnd why);
}
