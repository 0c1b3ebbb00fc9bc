package io.patchbay.model;

import java.util.regex.Pattern;

/** A person who can log in, by the name in the directory. Never holds a dot: ids are segments of dotted targets. */
public record AgentId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_@+-]{1,64}");

    public AgentId {
        Texts.matching(FORM, value, "an agent id");
    }

    @Override
    public String toString() {
        return value;
    }
}
