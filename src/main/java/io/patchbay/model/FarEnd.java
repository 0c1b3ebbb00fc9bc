package io.patchbay.model;

import java.time.Duration;

/**
 * The behaviour of an outside party on the embedded switch, selected by its number in config/platform.yaml.
 *
 * @param after how long it takes to do so; with {@link Kind#MANUAL} it is meaningless: the platform door acts for the party
 */
public record FarEnd(Kind kind, Duration after) {
    public enum Kind { ANSWERS, BUSY, NO_ANSWER, INVALID, MANUAL }

    public FarEnd {
        if (kind == null || after == null || after.isNegative()) {
            throw new IllegalArgumentException("a far end needs a kind and a delay of zero or more");
        }
    }
}
