package io.patchbay.grid;

import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A fixed number of single threads, each with a part of the subjects. All tasks of a subject run on one thread, one after the other,
 * and own its state without locks.
 */
final class KeyedExecutor implements AutoCloseable {
    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    KeyedExecutor(String name, int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(Threads.single(name + "-" + i));
        }
    }

    int indexOf(Subject subject) {
        return Math.floorMod(subject.hashCode() * 0x9E3779B9, threads.size());
    }

    /** Drops tasks after the close. The process ends, and the grid keeps the state. */
    Executor of(Subject subject) {
        ScheduledExecutorService thread = threads.get(indexOf(subject));
        return task -> {
            if (!thread.isShutdown()) {
                thread.execute(Guard.of(task));
            }
        };
    }

    void later(Subject subject, long millis, Runnable task) {
        ScheduledExecutorService thread = threads.get(indexOf(subject));
        if (!thread.isShutdown()) {
            thread.schedule(Guard.of(task), millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Runs the task on every thread, with the index of the thread. */
    void each(Consumer<Integer> task) {
        for (int i = 0; i < threads.size(); i++) {
            int thread = i;
            if (!threads.get(i).isShutdown()) {
                threads.get(i).execute(Guard.of(() -> task.accept(thread)));
            }
        }
    }

    int count() {
        return threads.size();
    }

    @Override
    public void close() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }
}
