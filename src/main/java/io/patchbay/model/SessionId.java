package io.patchbay.model;

import java.util.regex.Pattern;

/** One client's binding to an agent's session; Harmony's session id. */
public record SessionId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public SessionId {
        Texts.matching(FORM, value, "a session id");
    }

    @Override
    public String toString() {
        return value;
    }
}
