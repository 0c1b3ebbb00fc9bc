package io.patchbay.door.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * What a client that polls was told and did not read yet. Where more waits than may, all of it is dropped, and the next poll says so: the
 * client reads the state anew. Thread-safe; nothing here blocks.
 *
 * @param <F> a frame
 */
public final class Mailbox<F> {
    private final Queue<F> unread = new ArrayDeque<>();
    private final int limit;
    private boolean missed;

    /** @param missed frames were dropped before these: the client has to read everything anew */
    public record Read<F>(List<F> frames, boolean missed) { }

    /** @param limit frames that may wait */
    public Mailbox(int limit) {
        this.limit = limit;
    }

    /** All of them or none. */
    public synchronized void add(List<F> frames) {
        if (unread.size() + frames.size() > limit) {
            unread.clear();
            missed = true;
        } else {
            unread.addAll(frames);
        }
    }

    /** The oldest ones, in their order; each is read once. @param most frames */
    public synchronized Read<F> read(int most) {
        List<F> frames = new ArrayList<>();
        while (frames.size() < most && !unread.isEmpty()) {
            frames.add(unread.remove());
        }
        Read<F> read = new Read<>(List.copyOf(frames), missed);
        missed = false;
        return read;
    }
}
