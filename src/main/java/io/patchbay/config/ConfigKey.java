package io.patchbay.config;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration key that only a route uses, as its route file declares it: a bean whose name is the key. It is validated with all other
 * keys before anything starts, may be set where they may, and is used as a placeholder, <code>{{harmony.session.grace}}</code>.
 *
 * @param type     {@code duration from 0s to 1d}, {@code size from 1KiB to 1MiB}, {@code count from 1 to 1000}, {@code port} (0 for any
 *                 free one), {@code host} or {@code flag}
 * @param fallback the value in force where nobody sets another
 * @param meaning  a sentence for operators
 */
public record ConfigKey(String type, String fallback, String meaning) {
    private static final Pattern RANGE = Pattern.compile("(duration|size|count) from (\\S+) to (\\S+)");
    private static final Map<String, BiFunction<ConfigTypes, ConfigKey.Named, Object>> PLAIN = Map.of(
            "port", (types, key) -> types.portOrAny(key.name(), key.declared().fallback()),
            "host", (types, key) -> types.host(key.name(), key.declared().fallback()),
            "flag", (types, key) -> types.flag(key.name(), key.declared().fallback()));

    private record Named(String name, ConfigKey declared) { }

    /** Reads the value in force into the settings. @throws IllegalArgumentException when the declaration itself is wrong */
    void read(String name, ConfigTypes types) {
        if (!meaning.endsWith(".")) {
            throw new IllegalArgumentException("must have a sentence as its meaning");
        }
        if (PLAIN.containsKey(type)) {
            PLAIN.get(type).apply(types, new Named(name, this));
            return;
        }
        Matcher range = RANGE.matcher(type);
        if (!range.matches()) {
            throw new IllegalArgumentException("must have a type: duration, size or count with \"from ... to ...\"; port; host; flag");
        }
        switch (range.group(1)) {
            case "duration" -> types.duration(name, fallback, range.group(2), range.group(3));
            case "size" -> types.size(name, fallback, range.group(2), range.group(3));
            default -> types.count(name, fallback, Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)));
        }
    }
}
