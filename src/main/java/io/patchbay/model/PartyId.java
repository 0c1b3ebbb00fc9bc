package io.patchbay.model;

import java.util.regex.Pattern;

/** One party of one call or session (CHOREOGRAPHY A1). */
public record PartyId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{16}");

    public PartyId {
        Texts.matching(FORM, value, "a party id");
    }

    @Override
    public String toString() {
        return value;
    }
}
