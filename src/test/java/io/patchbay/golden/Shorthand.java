package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Writes out the three short forms of a frame: {@code reply:}, {@code event:} and {@code caps:}. Anything else stands as it is. */
final class Shorthand {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ECHOED = List.of("command", "target", "requestId");

    private final Set<String> hidden;

    /** @param hidden capabilities that are not shown, wherever a transcript lists them */
    Shorthand(Set<String> hidden) {
        this.hidden = hidden;
    }

    /**
     * @param last the client's last request: an object, or a string when it sent text that is not a JSON object; null when it sent none
     */
    JsonNode writeOut(JsonNode frame, JsonNode last) {
        if (frame.has("event")) {
            return event(frame);
        } else if (frame.has("caps")) {
            return capabilities(frame);
        } else if (frame.has("reply")) {
            return reply(frame, last);
        }
        return frame;
    }

    private static JsonNode event(JsonNode frame) {
        ObjectNode full = NODES.objectNode().put("messageType", "objectEvent");
        full.set("target", frame.get("at"));
        full.set("name", frame.get("event"));
        full.set("data", frame.has("data") ? frame.get("data") : NODES.objectNode());
        return rest(full, frame, List.of("event", "at", "data"));
    }

    private JsonNode capabilities(JsonNode frame) {
        ObjectNode full = NODES.objectNode().put("messageType", "stateEvent");
        full.set("target", frame.get("caps"));
        full.put("name", "state.updated");
        full.set("context", NODES.objectNode());
        ArrayNode data = full.putArray("data");
        frame.path("enable").forEach(name -> delta(data, "enable", name));
        frame.path("disable").forEach(name -> delta(data, "disable", name));
        return rest(full, frame, List.of("caps", "enable", "disable"));
    }

    /** A capability whose request is not there yet is not shown yet: what is shown is what is accepted. */
    private void delta(ArrayNode data, String type, JsonNode name) {
        if (!hidden.contains(name.asText())) {
            data.addObject().put("type", type).set("name", name);
        }
    }

    private static JsonNode reply(JsonNode frame, JsonNode last) {
        if (last == null) {
            throw new IllegalArgumentException("reply: stands after a request of the same client");
        }
        ObjectNode full = NODES.objectNode();
        ECHOED.stream().filter(last::has).forEach(name -> full.set(name, last.get(name)));
        if (last.isTextual()) {
            full.put("command", "").put("target", "");
        }
        String result = frame.get("reply").asText();
        if (result.equals("success")) {
            full.put("result", "success");
            JsonNode data = frame.has("data") ? frame.get("data") : withoutSecrets(last.path("data"));
            if (!data.isMissingNode() && !data.asText().equals("none")) {
                full.set("data", data);
            }
        } else {
            full.put("result", "failure");
            full.putObject("failure").put("code", result).put("message", "$text").put("context", "");
            full.set("original", original(last));
        }
        return rest(full, frame, List.of("reply", "data"));
    }

    private static JsonNode rest(ObjectNode full, JsonNode frame, List<String> done) {
        frame.properties().stream().filter(member -> !done.contains(member.getKey()))
            .forEach(member -> full.set(member.getKey(), member.getValue()));
        return full;
    }

    /** The request as received: no secret is ever sent back; text that is no object is cut after 1,024 characters. */
    static JsonNode original(JsonNode request) {
        if (request.isTextual()) {
            String text = request.textValue();
            return NODES.textNode(text.substring(0, Math.min(1024, text.length())));
        }
        return withoutSecrets(request);
    }

    /** Digits may be a card number: they are hidden as passwords are. */
    private static JsonNode withoutSecrets(JsonNode request) {
        JsonNode copy = request.deepCopy();
        List.of("password", "digits").forEach(secret ->
            copy.findParents(secret).forEach(parent -> ((ObjectNode) parent).put(secret, "***")));
        return copy;
    }
}
