package io.patchbay.broker;

import org.apache.kafka.common.utils.internals.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the process on a fatal fault. During the start, such a fault becomes an exception with a message. Later (such as a lost
 * disk) the process ends, because this gateway could acknowledge nothing without its broker.
 */
final class FatalFaults {
    private static final Logger LOG = LoggerFactory.getLogger(FatalFaults.class);

    private FatalFaults() { }

    /** Throws later fatal faults in the thread that met them. */
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

    /** Halts, because shutdown hooks would wait for the failed broker. */
    private static void end(int status) {
        LOG.atError().log("the embedded broker met a fatal fault; this process ends, start it again");
        Runtime.getRuntime().halt(status);
    }
}
