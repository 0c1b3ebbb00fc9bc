package io.patchbay.model;

import java.util.regex.Pattern;

/** One telephone call of an interaction: Harmony's conversation id, the platform door's call (CHOREOGRAPHY A1). */
public record CallId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{32}");

    public CallId {
        Texts.matching(FORM, value, "a call id");
    }

    @Override
    public String toString() {
        return value;
    }
}
