package io.patchbay.model;

import java.util.regex.Pattern;

/** An extension, the number of a queue, an outside number, or an e-mail address as RFC 5321 and RFC 6531 define it. */
public record Address(String value) {
    private static final String NUMBER = "[A-Za-z0-9_*#+.@-]{1,64}";
    /** What schemas say of an address. A text of this form with an @ must be an e-mail address besides, or fit the first part. */
    private static final Pattern FORM = Pattern.compile("(?:" + NUMBER + "|.{1,64}@[^@\\s]{1,252})");
    private static final Pattern SHORT = Pattern.compile(NUMBER);
    /** Controls, blanks, and characters that show nothing or turn the direction of text. */
    private static final String UNSEEN = "\\x00-\\x20\\x7f-\\xa0\\xad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000"
            + "\\ufeff";
    private static final String ATOM = "[^" + UNSEEN + "()<>@,;:\\\\\".\\[\\]]+";
    private static final String QUOTED = "\"(?:[^\\x00-\\x1f\\x7f-\\x9f\"\\\\]|\\\\[\\x20-\\x7e])*\"";
    private static final String LABEL = "(?!-)(?:[A-Za-z0-9-]|[^\\x00-\\x7f" + UNSEEN + "]){1,63}(?<!-)";
    private static final String DOMAIN = "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[A-Za-z0-9:.]{2,}\\])";
    private static final String MAILBOX = "(?=.{3,254}$)(?=.{1,64}@)(?:" + ATOM + "(?:\\." + ATOM + ")*|" + QUOTED + ")@" + DOMAIN;
    private static final Pattern MAIL = Pattern.compile(MAILBOX);

    public Address {
        Texts.matching(isMailbox(value) ? MAIL : SHORT, Texts.matching(FORM, value, "an address"), "an address");
    }

    /** Whether the text can be an address at all. */
    public static boolean fits(String text) {
        return text != null && (SHORT.matcher(text).matches() || isMailbox(text));
    }

    /** Whether the text can be an e-mail address. */
    public static boolean isMailbox(String text) {
        return text != null && text.indexOf('@') > 0 && MAIL.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
