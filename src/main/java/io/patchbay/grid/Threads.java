package io.patchbay.grid;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The grid's own threads; none of them keeps the process alive. */
final class Threads {
    private Threads() { }

    static ScheduledExecutorService single(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "patchbay-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
