package io.patchbay.door;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of a door in its route file, as a bean. The process prints it when it is ready. */
public final class DoorDescription {
    private static final Pattern ADDRESS = Pattern.compile("\\{([a-z]+(?::\\w+)?)}");
    private String name = "";
    private String announcement = "";

    /** The name in {@code cti.rejected}. */
    public void setName(String name) {
        this.name = name;
    }

    /** Lines for people. {@code {http}}, {@code {ws}} and <code>{tcp:name of the bean of lines}</code> stand for addresses. */
    public void setAnnouncement(String announcement) {
        this.announcement = announcement;
    }

    public String name() {
        return name;
    }

    /** @param addresses the address for the text in braces */
    public String announcement(UnaryOperator<String> addresses) {
        return ADDRESS.matcher(announcement).replaceAll(found -> Matcher.quoteReplacement(addresses.apply(found.group(1)))).stripTrailing();
    }
}
