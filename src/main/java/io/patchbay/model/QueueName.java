package io.patchbay.model;

import java.util.regex.Pattern;

/** Where contacts wait for an agent, by the name in the directory. */
public record QueueName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public QueueName {
        Texts.matching(FORM, value, "a queue name");
    }

    @Override
    public String toString() {
        return value;
    }
}
