package io.patchbay.wire;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Runs the signals of one connection strictly one after the other. Thread-safe; never blocks. */
final class ConnectionEventQueue {

    /** Handles one signal and calls {@code done} exactly once, on any thread, when all its work is finished. */
    interface Step {
        void run(ConnectionEvent signal, Runnable done);
    }

    private record Entry(Optional<ConnectionEvent> signal, Runnable then) { }

    private final Step step;
    private final Runnable whenEmpty;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private boolean busy;

    ConnectionEventQueue(Step step, Runnable whenEmpty) {
        this.step = step;
        this.whenEmpty = whenEmpty;
    }

    /** Returns how many signals now wait behind the one that runs. */
    int offer(ConnectionEvent signal) {
        return offer(signal, () -> { });
    }

    /** {@code then} runs after this signal's work is finished and before the next one starts. */
    int offer(ConnectionEvent signal, Runnable then) {
        return add(new Entry(Optional.of(signal), then));
    }

    /** Runs when the work of all signals so far is finished. */
    void then(Runnable action) {
        add(new Entry(Optional.empty(), action));
    }

    private int add(Entry entry) {
        int depth;
        synchronized (this) {
            waiting.add(entry);
            if (busy) {
                return waiting.size();
            }
            busy = true;
            depth = waiting.size() - 1;
        }
        next();
        return depth;
    }

    private void next() {
        Entry entry;
        synchronized (this) {
            entry = waiting.poll();
            busy = entry != null;
        }
        if (entry == null) {
            whenEmpty.run();
            return;
        }
        Runnable done = () -> {
            entry.then().run();
            next();
        };
        entry.signal().ifPresentOrElse(signal -> step.run(signal, done), done);
    }
}
