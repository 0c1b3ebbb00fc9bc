package io.patchbay.config;

/**
 * One thing wrong with the configuration.
 *
 * @param where    the file and line, the environment variable or the -D option it came from
 * @param key      the property, or the path inside a YAML file ({@code users[2].role}); empty for a file as a whole
 * @param value    what stands there, never a password; null if nothing does
 * @param expected what should stand there, as the end of a sentence ("must be a port, 1 to 65535")
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
