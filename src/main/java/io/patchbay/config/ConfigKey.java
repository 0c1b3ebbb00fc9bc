package io.patchbay.config;

/**
 * A configuration key that a route file declares: a bean whose name is the key. It is validated with all other keys before anything
 * starts, may be set in the same places, and is used as a placeholder, <code>{{harmony.session.grace}}</code>.
 */
public final class ConfigKey {
    private String type = "";
    private String fallback = "";
    private String meaning = "";

    /**
     * {@code duration from 0s to 1d}, {@code size from 1KiB to 1MiB}, {@code count from 1 to 1000}, {@code port} (0 for a free one),
     * {@code host}, {@code flag} or {@code url}.
     */
    public void setType(String type) {
        this.type = type;
    }

    /** The value if no other is set. It may use a key of the gateway, <code>{{http.port}}</code>. */
    public void setDefault(String text) {
        this.fallback = text;
    }

    /** A sentence for operators. */
    public void setMeaning(String meaning) {
        this.meaning = meaning;
    }

    String type() {
        return type;
    }

    String fallback() {
        return fallback;
    }

    String meaning() {
        return meaning;
    }
}
