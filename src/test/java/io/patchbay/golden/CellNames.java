package io.patchbay.golden;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agents of one cell by the names that transcripts use. Each cell has agents of its own in the directory: those names and extensions
 * with a number behind them, once in letters.
 *
 * @param number of the cell, below 10,000
 */
record CellNames(int number) {

    static final Map<String, String> EXTENSIONS = Map.of("ana", "5001", "ben", "5002", "caro", "5003", "sam", "5009");
    private static final Pattern WRITTEN = Pattern.compile("\\b(?:(ana|ben|caro|sam)|(5001|5002|5003|5009))\\b");

    private String digits() {
        return String.format(Locale.ROOT, "%04d", number);
    }

    String name(String agent) {
        return agent + "-" + digits().chars().mapToObj(digit -> Character.toString('k' + digit - '0')).reduce("", String::concat);
    }

    String extension(String agent) {
        return EXTENSIONS.get(agent) + digits();
    }

    /** A client, address or message of a transcript with the names of the directory. */
    String outgoing(String text) {
        return WRITTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            found.group(1) == null ? found.group(2) + digits() : name(found.group(1))));
    }

    /** What the gateway sent with the names of the transcript. */
    String incoming(String text) {
        return text.replaceAll("\\b(5001|5002|5003|5009)" + digits() + "\\b", "$1").replace(name(""), "");
    }
}
