package io.patchbay.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The limits of interaction data. */
public final class InteractionData {
    /** Keys and values of one interaction together, in characters: a cell does not grow without end (DESIGN 4). */
    public static final int LIMIT = 65_536;

    private InteractionData() { }

    /** Why the pairs cannot be added to those there are, as one sentence for people; empty where they can. */
    public static Optional<String> unfit(Map<String, String> present, Map<String, String> added) {
        if (added.keySet().stream().anyMatch(String::isBlank)) {
            return Optional.of("Interaction data needs keys that are not blank.");
        }
        Map<String, String> all = new LinkedHashMap<>(present);
        all.putAll(added);
        int size = all.entrySet().stream().mapToInt(pair -> pair.getKey().length() + pair.getValue().length()).sum();
        return size > LIMIT ? Optional.of("The data of an interaction is at most " + LIMIT + " characters.") : Optional.empty();
    }
}
