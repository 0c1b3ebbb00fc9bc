package io.patchbay.grid;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the failure of a background task, so the tasks after it still run. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private Guard() { }

    static Runnable of(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.atError().setCause(e).log("a background task failed; its subject is taken up again by the next sweep");
            }
        };
    }
}
