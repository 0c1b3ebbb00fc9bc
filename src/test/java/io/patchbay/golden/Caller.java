package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests of one agent on one line. Frames are read in their order and not kept. */
record Caller(String agent, FarEnd.Line line) {

    /** A prepareSession that takes the place of an older client. */
    static ObjectNode prepare(String agent, String password) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("command", "prepareSession");
        request.putObject("data").put("model", "").put("override", true).putObject("agent").put("id", agent).put("password", password);
        return request;
    }

    static ObjectNode request(String command, String target, String id) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("command", command).put("target", target).put("requestId", id);
        request.putObject("data");
        return request;
    }

    /** Signs in with the right password, starts, and returns the session's id. */
    String begin() {
        line.send(prepare(agent, agent).toString());
        String session = reply().at("/data/session/id").asText();
        ask(request("session.start", session, "start"));
        return session;
    }

    /** Sends it and reads on to its reply. */
    JsonNode ask(ObjectNode request) {
        line.send(request.toString());
        JsonNode frame = next();
        while (!frame.path("requestId").equals(request.path("requestId"))) {
            frame = next();
        }
        return frame;
    }

    /** The next frame that is a reply. */
    JsonNode reply() {
        JsonNode frame = next();
        while (!frame.has("result")) {
            frame = next();
        }
        return frame;
    }

    JsonNode next() {
        return Player.parse(line.next().orElseThrow(() -> new AssertionError("nothing came for " + agent)));
    }

    static String code(JsonNode reply) {
        return reply.at("/failure/code").asText();
    }
}
