package io.patchbay.config;

import java.util.regex.Pattern;

/** A password or the like. Only {@link #text()} shows it. */
final class Secret {
    private static final Pattern NAMES = Pattern.compile("(?i).*(password|secret|jaas\\.config)");
    private static final Pattern MENTIONED = Pattern.compile("(?i).*(password|secret|jaas).*");

    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** Whether the value of the key is one, by the end of its name. */
    static boolean isNamed(String key) {
        return NAMES.matcher(key).matches();
    }

    /** Whether a line that is no key=value line may hold one. */
    static boolean isMentioned(String line) {
        return MENTIONED.matcher(line).matches();
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
