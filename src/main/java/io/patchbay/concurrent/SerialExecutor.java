package io.patchbay.concurrent;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other, in order. Thread-safe. Never blocks. */
public final class SerialExecutor implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    /** Work that may end on another thread. It calls {@code done} exactly once at its end and does not throw. */
    @FunctionalInterface
    public interface Task {
        void run(Runnable done);
    }

    private final Executor pool;
    private final Runnable whenEmpty;
    private final Queue<Task> waiting = new ArrayDeque<>();
    private boolean running;

    /** @param pool runs the tasks; the next task may run on the thread on which the previous one ended */
    public SerialExecutor(Executor pool) {
        this(pool, () -> { });
    }

    /** @param whenEmpty runs each time that no task waits */
    public SerialExecutor(Executor pool, Runnable whenEmpty) {
        this.pool = pool;
        this.whenEmpty = whenEmpty;
    }

    /** An exception of the task is logged. Later tasks run. */
    @Override
    public void execute(Runnable task) {
        submit(done -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a task failed; the tasks behind it go on");
            }
            done.run();
        });
    }

    /** Returns the number of tasks behind the running one. */
    public int submit(Task task) {
        synchronized (this) {
            waiting.add(task);
            if (running) {
                return waiting.size();
            }
            running = true;
        }
        pool.execute(this::run);
        return 0;
    }

    private void run() {
        Step step;
        do {
            Task next = next();
            if (next == null) {
                whenEmpty.run();
                return;
            }
            step = new Step();
            next.run(step::done);
        } while (step.endedBeforeItReturned());
    }

    private synchronized Task next() {
        Task next = waiting.poll();
        running = next != null;
        return next;
    }

    /** One task. The later of its return and its end starts the next task, so the stack does not grow. */
    private final class Step {
        private final AtomicBoolean first = new AtomicBoolean(true);

        void done() {
            if (!first.compareAndSet(true, false)) {
                run();
            }
        }

        boolean endedBeforeItReturned() {
            return !first.compareAndSet(true, false);
        }
    }
}
