package io.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What every text for a client must be: whole sentences without names of the program. */
public final class PlainText {
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)*\\b");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[A-Z][a-z]+[A-Z]\\w*\\b|\\w\\[\\w+=");
    private static final Set<String> ABBREVIATIONS = Set.of("SMS", "JSON", "UTF", "HTTP", "URL", "GET", "POST");
    private static final int GENERATED_ID = 14;

    private PlainText() { }

    public static void check(String text) {
        assertThat(text).as("a text for a client").matches("(?s)[A-Z].*\\.");
        assertThat(CAPITALS.matcher(text).results().map(MatchResult::group)
                .filter(word -> word.length() < GENERATED_ID && !ABBREVIATIONS.contains(word))).as("constants in \"%s\"", text).isEmpty();
        assertThat(text).doesNotContainPattern(CLASS_NAME).doesNotContain("Exception", ";", "patchbay");
    }
}
