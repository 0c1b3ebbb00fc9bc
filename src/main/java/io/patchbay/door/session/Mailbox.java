package io.patchbay.door.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * A client that polls: what it was told and did not read yet. Where more waits than may, all of it is dropped, and the next poll says so:
 * the client reads the state anew. Thread-safe; nothing here blocks.
 *
 * @param <F> a frame
 */
public final class Mailbox<F> implements SessionClient<F> {
    private final SessionEncoder<F> encoder;
    private final Queue<F> unread = new ArrayDeque<>();
    private final int limit;
    private boolean missed;
    private Optional<SessionEnd> end = Optional.empty();

    /**
     * What one poll brings.
     *
     * @param missed frames were dropped before these: the client has to read everything anew
     * @param end    the session is over, and why; all frames before that are read
     */
    public record Poll<F>(List<F> frames, boolean missed, Optional<SessionEnd> end) { }

    /** @param limit frames that may wait */
    public Mailbox(SessionEncoder<F> encoder, int limit) {
        this.encoder = encoder;
        this.limit = limit;
    }

    /** The oldest frames, in their order; each is read once. @param most frames */
    public synchronized Poll<F> poll(int most) {
        List<F> frames = new ArrayList<>();
        while (frames.size() < most && !unread.isEmpty()) {
            frames.add(unread.remove());
        }
        Poll<F> poll = new Poll<>(List.copyOf(frames), missed, unread.isEmpty() ? end : Optional.empty());
        missed = false;
        return poll;
    }

    @Override
    public SessionEncoder<F> encoder() {
        return encoder;
    }

    /** All of them or none. */
    @Override
    public synchronized void send(List<F> frames) {
        if (unread.size() + frames.size() > limit) {
            unread.clear();
            missed = true;
        } else {
            unread.addAll(frames);
        }
    }

    @Override
    public synchronized boolean isBusy() {
        return unread.size() > limit / 2;
    }

    @Override
    public void quiet() { }

    @Override
    public synchronized void end(SessionEnd why) {
        end = Optional.of(why);
    }
}
