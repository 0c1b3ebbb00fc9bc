package io.patchbay.dialect.acqueon.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verbs of a channel (acqueon.md 1.3, 1.4, 1.5 and 1.6). A verb is found by its subtopic in any case, with blanks around it, and with
 * blanks in place of underscores. Verbs of the same subtopic are told apart by their topics.
 */
public record VerbTable(List<VerbRow> rows) {
    /** The topic of verbs about the connection itself, on every channel. */
    public static final String BUS = "Bus";
    private static final Map<Flavour, VerbTable> ALL = Map.of(Flavour.CISCO, new VerbTable(CiscoVerbs.ROWS),
            Flavour.AMAZON, new VerbTable(AmazonVerbs.ROWS), Flavour.WEBEX, new VerbTable(WebexVerbs.ROWS));

    public static VerbTable of(Flavour flavour) {
        return ALL.get(flavour);
    }

    /** Whether a channel has a verb of that name. */
    public static boolean isKnown(String subtopic) {
        return ALL.values().stream().anyMatch(table -> !table.named(subtopic).isEmpty());
    }

    /** Those of this subtopic, with any topics. */
    public List<VerbRow> named(String subtopic) {
        return rows.stream().filter(row -> row.isNamed(subtopic)).toList();
    }

    public Optional<VerbRow> find(String subtopic, String topic) {
        return named(subtopic).stream().filter(row -> row.isOn(topic)).findFirst();
    }

    public List<String> subtopics() {
        return rows.stream().map(VerbRow::subtopic).distinct().toList();
    }
}
