package io.patchbay.wire;

import io.patchbay.concurrent.SerialExecutor;

/** Runs the events of one connection one after the other. Thread-safe. No method blocks. */
final class ConnectionEventQueue {

    /** Handles one event and calls {@code done} exactly once, on any thread, after all its work. */
    interface Step {
        void run(ConnectionEvent event, Runnable done);

        /** A connection of the door is about to be closed because its client reads too slowly. */
        default void slow() { }
    }

    private final Step step;
    private final SerialExecutor events;

    ConnectionEventQueue(Step step, Runnable whenEmpty) {
        this.step = step;
        this.events = new SerialExecutor(Runnable::run, whenEmpty);
    }

    /** Returns the number of events that wait behind the running one. */
    int offer(ConnectionEvent event) {
        return offer(event, () -> { });
    }

    /** {@code then} runs after the work of this event and before the next one. */
    int offer(ConnectionEvent event, Runnable then) {
        return events.submit(done -> step.run(event, () -> {
            then.run();
            done.run();
        }));
    }

    /** Runs after the work of all present events. */
    void then(Runnable action) {
        events.execute(action);
    }
}
