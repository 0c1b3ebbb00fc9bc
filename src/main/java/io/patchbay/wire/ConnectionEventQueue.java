package io.patchbay.wire;

import io.patchbay.concurrent.SerialExecutor;

/** Runs the signals of one connection strictly one after the other. Thread-safe; never blocks. */
final class ConnectionEventQueue {

    /** Handles one signal and calls {@code done} exactly once, on any thread, when all its work is finished. */
    interface Step {
        void run(ConnectionEvent event, Runnable done);
    }

    private final Step step;
    private final SerialExecutor events;

    ConnectionEventQueue(Step step, Runnable whenEmpty) {
        this.step = step;
        this.events = new SerialExecutor(Runnable::run, whenEmpty);
    }

    /** Returns how many signals now wait behind the one that runs. */
    int offer(ConnectionEvent event) {
        return offer(event, () -> { });
    }

    /** {@code then} runs after this signal's work is finished and before the next one starts. */
    int offer(ConnectionEvent event, Runnable then) {
        return events.submit(done -> step.run(event, () -> {
            then.run();
            done.run();
        }));
    }

    /** Runs when the work of all signals so far is finished. */
    void then(Runnable action) {
        events.execute(action);
    }
}
