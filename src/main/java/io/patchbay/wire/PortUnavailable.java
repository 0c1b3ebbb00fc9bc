package io.patchbay.wire;

/** The HTTP port cannot be opened; the message names host and port and says what to do. */
public final class PortUnavailable extends RuntimeException {

    PortUnavailable(String host, int port, Throwable cause) {
        super("Cannot listen on " + host + ":" + port + ": " + cause.getMessage()
            + ". Stop the process that holds it or configure another port.", cause);
    }
}
