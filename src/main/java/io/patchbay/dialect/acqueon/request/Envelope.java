package io.patchbay.dialect.acqueon.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialect.acqueon.words.Verb;
import io.patchbay.dialect.acqueon.words.VerbRow;
import io.patchbay.dialect.acqueon.words.VerbTable;
import io.patchbay.model.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An envelope of a client (acqueon.md 1.2).
 *
 * @param flavour   its channel; may be left out where it is about the connection itself
 * @param data      of the verb; a bare string is the member {@link #BARE}
 * @param requestId the answer repeats it
 */
public record Envelope(Optional<Flavour> flavour, String topic, String subtopic, VerbData data, Optional<String> requestId) {
    /** No member of a client has this name, because names are trimmed. */
    private static final String BARE = " ";
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
        Optional<Flavour> flavour = topic.equalsIgnoreCase(VerbTable.BUS) && !all.has("channel") ? Optional.empty()
                : Optional.of(flavour(all.text("the channel, one of " + Flavour.channels() + ",", "channel")));
        String subtopic = all.text("the verb", "subtopic");
        all.raw("source", "subject");
        return new Envelope(flavour, topic, subtopic, data(all, flavour.orElse(Flavour.CISCO), subtopic), requestId(members));
    }

    /** The channel of an envelope that may have faults. */
    public static Optional<Flavour> flavour(ObjectNode members) {
        return Flavour.of(members.path("channel").asText());
    }

    private static Flavour flavour(String channel) {
        return Flavour.of(channel).orElseThrow(() -> new AcqueonRefused(ErrorType.INVALID_INPUT, "channel",
                "There is no such channel. Use one of " + Flavour.channels() + "."));
    }

    private static VerbData data(VerbData all, Flavour flavour, String subtopic) {
        List<VerbRow> rows = VerbTable.of(flavour).named(subtopic);
        String noun = rows.stream().findFirst().map(VerbRow::noun).orElse("A verb");
        JsonNode data = all.folded().path("data");
        boolean bare = rows.stream().anyMatch(row -> row.parameter().isPresent()) && (data.isTextual() || data.isIntegralNumber());
        return bare ? new VerbData(JsonNodeFactory.instance.objectNode().set(BARE, data), noun)
                : all.object("data").orElseGet(() -> new VerbData(JsonNodeFactory.instance.objectNode(), noun)).of(noun);
    }

    /** The verb, which is refused if it is unknown or on another topic. @param connection the channel of the sign-in */
    public VerbRow verb(Flavour connection) {
        if (flavour.filter(channel -> channel != connection).isPresent()) {
            throw new AcqueonRefused(ErrorType.INVALID_INPUT, "channel",
                    "This connection is signed in on the channel " + connection.channel() + ".");
        }
        VerbTable table = VerbTable.of(connection);
        List<VerbRow> named = table.named(subtopic);
        if (named.isEmpty()) {
            throw new AcqueonRefused(ErrorType.NOT_IMPLEMENTED, "subtopic", "There is no such verb on the channel "
                    + connection.channel() + Suggestion.text(subtopic, table.subtopics()) + ".");
        }
        return table.find(subtopic, topic).orElseThrow(() -> AcqueonRefused.wrong("topic", "one of "
                + String.join(", ", named.stream().flatMap(row -> row.topics().stream()).distinct().toList()) + " for this verb"));
    }

    /** The data, in which a bare string is the parameter that the verb has for it. */
    public VerbData data(VerbRow row) {
        JsonNode bare = data.folded().path(BARE);
        return bare.isMissingNode() ? data : data.with(row.parameter().orElseThrow(), bare);
    }

    public boolean isSignIn() {
        return VerbTable.of(flavour.orElse(Flavour.CISCO)).named(subtopic).stream().anyMatch(row -> row.verb() == Verb.SIGN_IN);
    }
}
