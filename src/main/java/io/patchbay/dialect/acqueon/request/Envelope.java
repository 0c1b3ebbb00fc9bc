package io.patchbay.dialect.acqueon.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.model.Suggestion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An envelope of a client (acqueon.md 1.2).
 *
 * @param cisco     whether it is on the channel Cisco, or about the connection itself
 * @param requestId the answer repeats it
 */
public record Envelope(boolean cisco, String topic, String subtopic, VerbData data, Optional<String> requestId) {
    private static final int LONGEST_ID = 256;
    private static final String REQUEST_ID = "requestid";

    /** The members of an envelope, with folded names. */
    public static ObjectNode members(StrictJson json, String text) throws Unreadable {
        if (FoldedNames.in(json.read(text)) instanceof ObjectNode object) {
            return object;
        }
        throw new Unreadable("An envelope must be a JSON object.");
    }

    /** The id of a text that is no envelope. Empty if there is none that can be repeated, or more than one. */
    public static Optional<String> requestId(StrictJson json, String text) {
        try {
            Set<JsonNode> ids = json.read(text).properties().stream().filter(member -> FoldedNames.of(member.getKey()).equals(REQUEST_ID))
                    .map(Map.Entry::getValue).collect(Collectors.toSet());
            return ids.size() == 1 ? repeatable(ids.iterator().next()) : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** The id of an envelope that may have faults. Empty if there is none that can be repeated. */
    public static Optional<String> requestId(ObjectNode members) {
        return repeatable(members.path(REQUEST_ID));
    }

    private static Optional<String> repeatable(JsonNode id) {
        return Optional.of(id.asText()).filter(text -> (id.isTextual() || id.isIntegralNumber()) && text.length() <= LONGEST_ID);
    }

    /** Throws {@link AcqueonRefused} for an envelope with faults. @param members with folded names */
    public static Envelope of(ObjectNode members) {
        VerbData all = new VerbData(members, "An envelope");
        if (all.has("requestId") && requestId(members).isEmpty()) {
            throw AcqueonRefused.wrong("requestId", "a string of at most " + LONGEST_ID + " characters");
        }
        String topic = all.text("the topic of the verb", "topic");
        boolean cisco = topic.equalsIgnoreCase(Verb.BUS) && !all.has("channel")
                || isCisco(all.text("the channel, which is Cisco,", "channel"));
        String subtopic = all.text("the verb", "subtopic");
        all.raw("source", "subject");
        String noun = Verb.of(subtopic).map(Verb::noun).orElse("A verb");
        VerbData data = all.object("data").orElseGet(() -> new VerbData(JsonNodeFactory.instance.objectNode(), noun)).of(noun);
        return new Envelope(cisco, topic, subtopic, data, requestId(members));
    }

    private static boolean isCisco(String channel) {
        return switch (channel.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\s]", "")) {
            case "cisco" -> true;
            case "amazon", "webexcc" -> false;
            default -> throw new AcqueonRefused(ErrorType.INVALID_INPUT, "channel", "There is no such channel. Use the channel Cisco.");
        };
    }

    /** The verb, which is refused if it is unknown, on another topic or on another channel. */
    public Verb verb() {
        if (!cisco) {
            throw new AcqueonRefused(ErrorType.INVALID_INPUT, "channel", "This connection is signed in on the channel Cisco.");
        }
        Verb verb = Verb.of(subtopic).orElseThrow(() -> new AcqueonRefused(ErrorType.NOT_IMPLEMENTED, "subtopic",
                "There is no such verb on the channel Cisco" + Suggestion.text(subtopic, Verb.subtopics()) + "."));
        if (!verb.isOn(topic)) {
            throw AcqueonRefused.wrong("topic", "one of " + String.join(", ", verb.topics()) + " for this verb");
        }
        return verb;
    }

    public boolean isSignIn() {
        return Verb.of(subtopic).filter(verb -> verb == Verb.SIGN_IN).isPresent();
    }
}
