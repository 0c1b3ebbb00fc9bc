package io.patchbay.wire;

import io.patchbay.concurrent.SerialExecutor;

/** Runs the signals of one connection strictly one after the other. Thread-safe; never blocks. */
final class ConnectionEventQueue {

    /** Handles one signal and calls {@code done} exactly once, on any thread, when all its work is finished. */
    interface Step {
        void run(ConnectionEvent signal, Runnable done);
    }

    private final Step step;
    private final SerialExecutor signals;

    ConnectionEventQueue(Step step, Runnable whenEmpty) {
        this.step = step;
        this.signals = new SerialExecutor(Runnable::run, whenEmpty);
    }

    /** Returns how many signals now wait behind the one that runs. */
    int offer(ConnectionEvent signal) {
        return offer(signal, () -> { });
    }

    /** {@code then} runs after this signal's work is finished and before the next one starts. */
    int offer(ConnectionEvent signal, Runnable then) {
        return signals.submit(done -> step.run(signal, () -> {
            then.run();
            done.run();
        }));
    }

    /** Runs when the work of all signals so far is finished. */
    void then(Runnable action) {
        signals.execute(action);
    }
}
