package io.patchbay.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The common part of all client connections: id, queue of events, count of unsent bytes, and one end. */
abstract class BaseConnection implements ServerConnection {

    /** RFC 6455: the client breaks a rule of this port. */
    static final int POLICY = 1008;
    final WireLimits limits;
    final ConnectionEventQueue events;
    private final ConnectionEventQueue.Step step;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final String id;
    private final String remote;
    private volatile boolean signedIn;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    BaseConnection(String id, String remote, WireLimits limits, ConnectionEventQueue.Step step) {
        this.id = id;
        this.remote = remote;
        this.limits = limits;
        this.step = step;
        this.events = new ConnectionEventQueue(step, this::readOn);
    }

    /** Called when the queue of events has room again, from any thread, after the constructor. */
    abstract void readOn();

    /** Closes the connection once. Returns true for the caller that closed it. */
    final boolean shut() {
        boolean first = open.compareAndSet(true, false);
        if (first) {
            events.offer(new ConnectionEvent.Closed(this), () -> over.complete(null));
        }
        return first;
    }

    /** Counts a text before it is sent, until {@link #sent}. Returns false above the limit and disconnects the client. */
    final boolean mayQueue(int bytes) {
        boolean fits = queuedBytes.addAndGet(bytes) <= limits.queueBytes();
        if (!fits) {
            countSlow();
            cutSlow();
        }
        return fits;
    }

    private void countSlow() {
        if (isOpen()) {
            step.slow();
        }
    }

    @Override
    public final void close(int code, String reason) {
        if (code == TOO_SLOW) {
            countSlow();
        }
        end(code, reason);
    }

    /** As {@link #close}. A second call has no effect. */
    abstract void end(int code, String reason);

    final void sent(int bytes) {
        queuedBytes.addAndGet(-bytes);
    }

    void cutSlow() {
        end(TOO_SLOW, "The client reads too slowly");
    }

    @Override
    public final void signedIn() {
        signedIn = true;
    }

    /** Ends the connection of a client that has not signed in, after this text. */
    final void endStranger(String text) {
        if (!signedIn && isOpen()) {
            if (!text.isEmpty()) {
                send(text);
            }
            close(POLICY, limits.signInSentence());
        }
    }

    @Override
    public final CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String remote() {
        return remote;
    }

    @Override
    public final boolean isOpen() {
        return open.get();
    }

    @Override
    public final boolean isBusy() {
        return queuedBytes.get() > limits.queueBytes() / BUSY_SHARE;
    }

    @Override
    public final String toString() {
        return id;
    }
}
