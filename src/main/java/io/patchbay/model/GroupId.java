package io.patchbay.model;

import java.util.regex.Pattern;

/** A set of channels of one agent that came together. */
public record GroupId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public GroupId {
        Texts.matching(FORM, value, "a channel group id");
    }

    @Override
    public String toString() {
        return value;
    }
}
