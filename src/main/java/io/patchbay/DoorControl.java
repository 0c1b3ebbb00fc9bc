package io.patchbay;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the doors are open: from the end of the start until the stop, except while this member cannot take commands. Then its clients
 * are closed, so that they connect to another member. Thread-safe.
 */
final class DoorControl implements BooleanSupplier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DoorControl.class);
    private static final long PAUSE_MILLIS = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "door-control"));
    private final ServingLimit limit;
    private volatile boolean begun;
    private volatile boolean serves = true;

    /** @param limit how long a member may be unable before its clients are closed */
    DoorControl(Duration limit) {
        this.limit = new ServingLimit(limit);
    }

    /**
     * Opens the doors.
     *
     * @param able whether this member can take commands now; may block for some seconds
     * @param closeClients ends every connection; repeated while the doors are closed, because a client may have come at the same time
     */
    void begin(BooleanSupplier able, Runnable closeClients) {
        begun = true;
        thread.scheduleWithFixedDelay(() -> check(able, closeClients), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void check(BooleanSupplier able, Runnable closeClients) {
        try {
            follow(able, closeClients);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the check of the doors failed; it is repeated");
        }
    }

    private void follow(BooleanSupplier able, Runnable closeClients) {
        boolean before = serves;
        long now = System.nanoTime();
        serves = limit.next(able.getAsBoolean(), now);
        if (before && !serves) {
            LOG.atWarn().log("this member cannot take commands; its clients are closed and new ones are refused until it can");
        } else if (!before && serves) {
            LOG.atInfo().log("this member takes commands again; its doors are open");
        }
        if (!serves && begun) {
            closeClients.run();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return begun && serves;
    }

    /** Closes the doors for good. A second call has no effect. */
    @Override
    public void close() {
        begun = false;
        thread.shutdownNow();
    }
}
