package io.patchbay.grid;

/** The member cannot take part in the cluster. The message has the cause and the remedy. */
public final class GridUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;

    /** @param message the cause and the remedy, as the end of a sentence that begins with the key */
    GridUnavailable(String key, String message, Throwable cause) {
        super(message, cause);
        this.key = key;
    }

    /** The configuration key to check first. */
    public String key() {
        return key;
    }
}
