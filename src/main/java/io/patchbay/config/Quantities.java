package io.patchbay.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit: {@code 400ms}, {@code 30s}, {@code 64KiB}. Other texts are an IllegalArgumentException. */
final class Quantities {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([A-Za-z]+)");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Map<String, Duration> TIMES = Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));
    private static final Map<String, Long> SIZES = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Quantities() { }

    static Duration duration(String text) {
        Matcher parts = parts(text);
        return unit(TIMES, parts).multipliedBy(Long.parseLong(parts.group(1)));
    }

    /** In bytes. */
    static long size(String text) {
        Matcher parts = parts(text);
        return unit(SIZES, parts) * Long.parseLong(parts.group(1));
    }

    /** Digits only, without sign and blanks. */
    static int whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Integer.parseInt(text);
    }

    static <T extends Comparable<T>> T within(T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static Matcher parts(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a number with a unit");
        }
        return parts;
    }

    private static <U> U unit(Map<String, U> units, Matcher parts) {
        U unit = units.get(parts.group(2));
        if (unit == null) {
            throw new IllegalArgumentException("unknown unit");
        }
        return unit;
    }
}
