package io.patchbay.model;

import java.util.regex.Pattern;

/** An extension, the number of a queue, or an outside number or e-mail address. */
public record Address(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_*#+.@-]{1,64}");

    public Address {
        Texts.matching(FORM, value, "an address");
    }

    /** Whether the text can be an address at all. */
    public static boolean fits(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
