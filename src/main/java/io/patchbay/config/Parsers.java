package io.patchbay.config;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parsers of YAML values. Each throws IllegalArgumentException for other texts. */
final class Parsers {
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private Parsers() { }

    static <T> Function<String, T> of(Map<String, T> values) {
        return text -> {
            T value = values.get(text);
            if (value == null) {
                throw new IllegalArgumentException("unknown word");
            }
            return value;
        };
    }

    static Function<String, Boolean> flag() {
        return of(FLAGS);
    }

    static Function<String, String> matching(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("another form");
            }
            return text;
        };
    }
}
