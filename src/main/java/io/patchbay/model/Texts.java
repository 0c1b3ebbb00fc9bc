package io.patchbay.model;

import java.util.regex.Pattern;

/** Guards the values share. */
final class Texts {
    private Texts() { }

    /** The text itself if the pattern takes all of it; otherwise an error naming what was expected. */
    static String matching(Pattern pattern, String text, String what) {
        if (text == null || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " must match " + pattern + " but is " + shown(text));
        }
        return text;
    }

    static String shown(String text) {
        return text == null ? "missing" : '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + '"';
    }
}
