package io.patchbay.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code id} of an event, {@code <subject>/<era>-<number>}, as {@link io.patchbay.publish.EventRecords} writes it. */
record EventId(String subject, int era, long number) {
    private static final Pattern PATTERN = Pattern.compile("(.+)/(\\d{1,9})-(\\d{1,18})");

    /** @throws IllegalArgumentException for any other text */
    static EventId parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an event's id is <subject>/<era>-<number>");
        }
        return new EventId(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    /** For ids of the same subject. An event that is not after the last one is a repeat. */
    boolean isAfter(EventId other) {
        return era > other.era || era == other.era && number > other.number;
    }
}
