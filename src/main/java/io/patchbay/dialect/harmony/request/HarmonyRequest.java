package io.patchbay.dialect.harmony.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.model.Suggestion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request as it came, and the same with trimmed names, which is what is read. What is echoed is echoed as it came, blanks included
 * (harmony.md 0.3). Where there is a {@link #fault} any member may be missing or of a wrong type.
 */
public record HarmonyRequest(ObjectNode original, ObjectNode read) {
    private static final Set<String> WITHOUT_TARGET = Set.of("prepareSession", "bindSession");

    public static HarmonyRequest of(ObjectNode original) {
        return new HarmonyRequest(original, (ObjectNode) StrictJson.withTrimmedNames(original));
    }

    /** In a sentence, which documented member is missing or of a wrong type; empty where none is (harmony.md 1.2; BINDINGS, Harmony). */
    public Optional<String> fault() {
        return unless(read.path("command").isTextual(), "command", "a string, the name of the request")
                .or(() -> unless(read.path("target").isTextual() || !hasTarget(), "target", "a string, the path of an object"))
                .or(() -> unless(read.path("data").isObject(), "data", "an object, {} if it is empty"))
                .or(() -> unless(read.path("requestId").isTextual() || !read.has("requestId"), "requestId", "a string"));
    }

    /** The command without blanks around it; empty when there is none. */
    public String command() {
        return StrictJson.trimmed(read.path("command").asText());
    }

    public String target() {
        return StrictJson.trimmed(read.path("target").asText());
    }

    public HarmonyData data() {
        return new HarmonyData(read.path("data"), "data");
    }

    public Optional<String> requestId() {
        return Optional.of(read.path("requestId")).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** Those that make a session have none, and neither do their replies. */
    public boolean hasTarget() {
        return !WITHOUT_TARGET.contains(command());
    }

    /** A text as it came; empty when it is missing or none. */
    String echoed(String member) {
        JsonNode found = read.path(member);
        return found.isTextual() ? found.textValue() : "";
    }

    JsonNode echoedData() {
        return original.properties().stream().filter(member -> StrictJson.trimmed(member.getKey()).equals("data")).findFirst()
                .map(Map.Entry::getValue).orElse(JsonNodeFactory.instance.objectNode());
    }

    /** Distinguishes payloads under the same request id. Digits are excluded, because a digest of a few digits hides nothing. */
    public ObjectNode payload(String documentedName) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("command", documentedName).put("target", target());
        JsonNode data = read.path("data").deepCopy();
        if (data.has("digits")) {
            ((ObjectNode) data).put("digits", "***");
        }
        return payload.set("data", data);
    }

    private Optional<String> unless(boolean holds, String member, String needed) {
        return holds ? Optional.empty() : Optional.of("The member " + member + " must be " + needed
                + (read.has(member) ? "" : Suggestion.missing(member, read.properties().stream().map(Map.Entry::getKey).toList())) + ".");
    }

    /** The message may hold a password. */
    @Override
    public String toString() {
        return "HarmonyRequest[" + original.size() + " members]";
    }
}
