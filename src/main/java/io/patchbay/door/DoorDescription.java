package io.patchbay.door;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a route file says of its door, as a bean: the process prints it when it is ready.
 *
 * @param name     of the door, as in {@code cti.rejected}
 * @param greeting lines for people. {@code {http}}, {@code {ws}} and <code>{tcp:name of the bean of lines}</code> stand for addresses
 */
public record DoorDescription(String name, String greeting) {
    private static final Pattern ADDRESS = Pattern.compile("\\{([a-z]+(?::\\w+)?)}");

    /** @param addresses the address for what stands in braces */
    public String greeting(UnaryOperator<String> addresses) {
        return ADDRESS.matcher(greeting).replaceAll(found -> Matcher.quoteReplacement(addresses.apply(found.group(1)))).stripTrailing();
    }
}
