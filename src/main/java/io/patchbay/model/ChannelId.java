package io.patchbay.model;

import java.util.regex.Pattern;

/** A medium one agent can be ready on. No dots: it is a segment of targets. */
public record ChannelId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public ChannelId {
        Texts.matching(FORM, value, "a channel id");
    }

    @Override
    public String toString() {
        return value;
    }
}
