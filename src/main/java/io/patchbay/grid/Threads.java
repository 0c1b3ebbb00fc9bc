package io.patchbay.grid;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads of the grid. None of them keeps the process alive. */
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
