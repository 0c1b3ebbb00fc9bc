package io.patchbay.model;

import java.util.regex.Pattern;

/** Names one command for ever: the same id again is the same command again, and changes nothing twice (DESIGN 4.3). */
public record CommandId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_:-]{1,80}");

    public CommandId {
        Texts.matching(FORM, value, "a command id");
    }

    /** Whether the text can be an id at all. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
