package io.patchbay.door.session;

import io.patchbay.door.Feed;
import io.patchbay.door.Snapshot;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The feed of one connection, which may be stopped before its beginning. Thread-safe. */
final class SessionFeed {
    private static final int LOOKS = 20;

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

    /**
     * Runs the action between two deliveries, when the snapshot has what is needed. The state at this member may be older than the
     * grant to the client. After a time the action runs in any case.
     */
    CompletionStage<Void> once(Predicate<Snapshot> needed, Consumer<Snapshot> action) {
        return once(needed, action, LOOKS);
    }

    private CompletionStage<Void> once(Predicate<Snapshot> needed, Consumer<Snapshot> action, int looks) {
        AtomicBoolean early = new AtomicBoolean();
        return feed.between(now -> {
            early.set(looks > 0 && !needed.test(now));
            if (!early.get()) {
                action.accept(now);
            }
        }).thenCompose(looked -> early.get() ? CatchUp.pause().thenCompose(over -> once(needed, action, looks - 1))
                : CompletableFuture.completedFuture(null));
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
