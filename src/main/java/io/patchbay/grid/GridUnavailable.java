package io.patchbay.grid;

/** The member cannot take part in the cluster; the message says why and what to do. */
public final class GridUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;

    /** @param message what is wrong and what to do, as the end of a sentence that begins with the key */
    GridUnavailable(String key, String message, Throwable cause) {
        super(message, cause);
        this.key = key;
    }

    /** The key of the configuration to look at first. */
    public String key() {
        return key;
    }
}
