package io.patchbay.dialect.acqueon.words;

import io.patchbay.dialect.StrictJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A verb of a channel.
 *
 * @param subtopic  as the documents print it
 * @param noun      begins a sentence about the verb
 * @param aliases   other spellings of the subtopic
 * @param parameter of which the value may stand in place of the data, as a bare string
 * @param errors    the words of the channel in place of these types, where it has some of its own for this verb
 */
public record VerbRow(Verb verb, String subtopic, String noun, List<String> topics, List<String> aliases, Optional<String> parameter,
                      Map<ErrorType, String> errors) {
    /** The parameter of verbs that name a connection of a call. */
    public static final String CONNECTION = "connectionId";

    static VerbRow of(Verb verb, String subtopic, String noun, List<String> topics, String... aliases) {
        return new VerbRow(verb, subtopic, noun, topics, List.of(aliases), Optional.empty(), Map.of());
    }

    VerbRow bare(String name) {
        return new VerbRow(verb, subtopic, noun, topics, aliases, Optional.of(name), errors);
    }

    /** @param error of a call that is none of the agent, and of a state in which the verb is refused */
    VerbRow fails(String error) {
        return with(ErrorType.INVALID_STATE, error).with(ErrorType.DIALOG_NOT_FOUND, error);
    }

    VerbRow with(ErrorType type, String error) {
        Map<ErrorType, String> next = new EnumMap<>(ErrorType.class);
        next.putAll(errors);
        next.put(type, error);
        return new VerbRow(verb, subtopic, noun, topics, aliases, parameter, Map.copyOf(next));
    }

    /** Whether the verb comes on this topic, in any case and with blanks around it. */
    boolean isOn(String topic) {
        return topics.stream().anyMatch(StrictJson.trimmed(topic)::equalsIgnoreCase);
    }

    boolean isNamed(String spelling) {
        return folded(subtopic).equals(folded(spelling)) || aliases.stream().map(VerbRow::folded).anyMatch(folded(spelling)::equals);
    }

    private static String folded(String text) {
        return StrictJson.trimmed(text).toUpperCase(Locale.ROOT).replaceAll("[\\p{Z}\\s]+", "_");
    }
}
