package io.patchbay.config;

/**
 * One mistake in the configuration.
 *
 * @param where its file and line, environment variable or -D option
 * @param key the property, or the path inside a YAML file ({@code users[2].role}); empty for a whole file
 * @param value the wrong value, never a password; null if there is none
 * @param expected the right value, as the end of a sentence ("must be a port, 1 to 65535")
 */
public record Problem(String where, String key, String value, String expected) {
    Problem withoutValue() {
        return value == null ? this : new Problem(where, key, "***", expected);
    }

    @Override
    public String toString() {
        String subject = key.isEmpty() ? "" : key + (value == null ? "" : " is \"" + value + "\" but") + " ";
        return where + ": " + subject + expected;
    }
}
