package io.patchbay.wire;

/** The HTTP port cannot be opened. The message names host and port and the remedy. */
public final class PortUnavailable extends RuntimeException {

    PortUnavailable(String host, int port, Throwable cause) {
        super("Cannot listen on " + host + ":" + port + ": " + cause.getMessage()
            + ". Stop the process that holds it or configure another port.", cause);
    }
}
