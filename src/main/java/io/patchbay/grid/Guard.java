package io.patchbay.grid;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a background task fail without silently ending those after it. */
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
