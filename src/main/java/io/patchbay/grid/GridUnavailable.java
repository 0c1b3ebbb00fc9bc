package io.patchbay.grid;

/** The member could not be started; the message says what Hazelcast found. */
public final class GridUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GridUnavailable(Throwable cause) {
        super("the grid member did not start: " + cause.getMessage(), cause);
    }
}
