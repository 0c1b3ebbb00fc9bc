package io.patchbay.broker;

import org.apache.kafka.common.utils.internals.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the process on a fault it cannot survive. While it starts, that must be an exception with a message instead;
 * later (its disk is gone, say) the process does end: without its broker this gateway could acknowledge nothing.
 */
final class FatalFaults {
    private static final Logger LOG = LoggerFactory.getLogger(FatalFaults.class);

    private FatalFaults() { }

    /** From now on a fatal fault is thrown in the thread that met it. */
    static void areThrown() {
        Exit.setExitProcedure((status, message) -> refuse(message));
        Exit.setHaltProcedure((status, message) -> refuse(message));
    }

    private static void refuse(String message) {
        throw new IllegalStateException(message == null ? "Kafka met a fatal fault, logged above" : message);
    }

    static void endTheProcess() {
        Exit.setExitProcedure((status, message) -> end(status));
        Exit.setHaltProcedure((status, message) -> end(status));
    }

    /** Halts: shutdown hooks would wait for the broker that just failed. */
    private static void end(int status) {
        LOG.atError().log("the embedded broker met a fatal fault; this process ends, start it again");
        Runtime.getRuntime().halt(status);
    }
}
