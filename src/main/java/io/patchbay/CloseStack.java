package io.patchbay;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The opened resources. Closes them in reverse order, all of them, also after a failure. A stop may come in the middle of a start. */
final class CloseStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloseStack.class);
    private final Deque<AutoCloseable> all = new ArrayDeque<>();
    private boolean closed;

    /** @throws IllegalStateException if everything is being closed; this resource is then closed, too */
    synchronized <T extends AutoCloseable> T add(T one) {
        if (closed) {
            close(one);
            throw new IllegalStateException("stopped while starting");
        }
        all.push(one);
        return one;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!all.isEmpty()) {
            close(all.pop());
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception | LinkageError e) {
            LOG.atWarn().setCause(e).log("a part did not close cleanly; the others are closed all the same");
        }
    }
}
