package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which events a client has completely, so that it can ask for the others (BINDINGS, Harmony: bindSession). */
final class ReceivedEvents {
    private final Map<String, Long> complete = new LinkedHashMap<>();
    private JsonNode incomplete = JsonNodeFactory.instance.missingNode();

    /** A bindSession after what is complete, in the place of whoever is bound. */
    String bind(String session, String agent) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("command", "bindSession");
        ObjectNode data = request.putObject("data").put("override", true);
        data.putObject("session").put("id", session);
        data.putObject("agent").put("id", agent).put("password", agent);
        ObjectNode after = data.putObject("after");
        complete.forEach(after::put);
        return request.toString();
    }

    void bound(boolean reset) {
        if (reset && !complete.isEmpty()) {
            throw new AssertionError("Nothing may be too old in a transcript, but all was sent anew after " + complete);
        }
    }

    /** Takes the frame in. False for one that came before its group was complete, and came again with it. */
    boolean isNews(JsonNode frame) {
        if (!frame.has("subject")) {
            return true;
        }
        boolean again = frame.path("subject").equals(incomplete.path("subject")) && frame.path("number").equals(incomplete.path("number"))
            && frame.path("part").asInt() <= incomplete.path("part").asInt();
        if (again) {
            return false;
        }
        boolean last = frame.path("part").asInt() == frame.path("parts").asInt();
        if (last) {
            complete.put(frame.path("subject").asText(), frame.path("number").asLong());
        }
        incomplete = last ? JsonNodeFactory.instance.missingNode() : frame;
        return true;
    }
}
