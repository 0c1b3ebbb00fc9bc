package io.patchbay.model;

import java.util.regex.Pattern;

/** One contact across all its transfers, the same in every dialect (CHOREOGRAPHY A1). */
public record InteractionId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{16}");

    public InteractionId {
        Texts.matching(FORM, value, "an interaction id");
    }

    /** Whether the text can be an id at all. */
    public static boolean fits(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
