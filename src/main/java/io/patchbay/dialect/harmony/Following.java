package io.patchbay.dialect.harmony;

import io.patchbay.door.Feed;

/** The feed of one binding, which may be given up before it has begun. Thread-safe. */
final class Following {
    private volatile Feed feed;
    private volatile Runnable whenOver = () -> { };
    private boolean over;

    synchronized Feed begin(Feed begun) {
        feed = begun;
        if (over) {
            begun.stop();
        }
        return begun;
    }

    Feed feed() {
        return feed;
    }

    void whenOver(Runnable action) {
        whenOver = action;
    }

    void end() {
        synchronized (this) {
            over = true;
            if (feed != null) {
                feed.stop();
            }
        }
        whenOver.run();
    }
}
