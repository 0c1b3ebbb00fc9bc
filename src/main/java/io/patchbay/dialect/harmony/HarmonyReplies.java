package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.model.SessionId;

/** The five shapes of a reply (harmony.md 1.3). No reply names a class, a library's message or a password. */
final class HarmonyReplies {
    private static final int SHOWN = 1024;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** With the request's data echoed. */
    ObjectNode success(HarmonyRequest request) {
        ObjectNode reply = bare(request);
        reply.set("data", request.echoedData());
        return requestId(reply, request);
    }

    /** Without data, as documented for session.start and logout. */
    ObjectNode done(HarmonyRequest request) {
        return requestId(bare(request), request);
    }

    ObjectNode prepared(HarmonyRequest request, SessionId session) {
        ObjectNode reply = echo(request).put("result", "success");
        ObjectNode data = reply.putObject("data");
        data.putObject("session").put("id", session.value());
        data.putObject("workflow").put("serviceId", "WorkflowManager").put("resourceId", session.value());
        return requestId(reply, request);
    }

    ObjectNode confirm(HarmonyRequest request) {
        ObjectNode reply = echo(request).put("result", "confirm").put("message", "A session of this agent exists.");
        reply.set("original", withoutPasswords(request.original()));
        return requestId(reply, request);
    }

    ObjectNode needInfo(HarmonyRequest request, ObjectNode uiExtension) {
        ObjectNode reply = echo(request).put("result", "needinfo");
        reply.set("uiExtension", uiExtension);
        reply.set("original", withoutPasswords(request.original()));
        return requestId(reply, request);
    }

    ObjectNode failure(HarmonyRequest request, HarmonyCode code, String message) {
        ObjectNode reply = failed(echo(request), code, message);
        reply.set("original", withoutPasswords(request.original()));
        return requestId(reply, request);
    }

    /** For text that is no JSON object. */
    ObjectNode unreadable(String text, String message) {
        ObjectNode reply = NODES.objectNode().put("command", "").put("target", "");
        return failed(reply, HarmonyCode.INVALID_MESSAGE, message).put("original", beginning(text));
    }

    private static ObjectNode bare(HarmonyRequest request) {
        return echo(request).put("result", "success");
    }

    private static ObjectNode echo(HarmonyRequest request) {
        ObjectNode reply = NODES.objectNode().put("command", request.echoed("command"));
        if (request.hasTarget()) {
            reply.put("target", request.echoed("target"));
        }
        return reply;
    }

    private static ObjectNode failed(ObjectNode reply, HarmonyCode code, String message) {
        reply.put("result", "failure").putObject("failure").put("code", code.name()).put("message", message).put("context", "");
        return reply;
    }

    private static ObjectNode requestId(ObjectNode reply, HarmonyRequest request) {
        request.requestId().ifPresent(id -> reply.put("requestId", id));
        return reply;
    }

    private static ObjectNode withoutPasswords(ObjectNode request) {
        ObjectNode copy = request.deepCopy();
        hidePasswords(copy);
        return copy;
    }

    private static void hidePasswords(JsonNode node) {
        node.properties().stream().filter(member -> StrictJson.trimmed(member.getKey()).equals("password"))
                .forEach(member -> member.setValue(NODES.textNode("***")));
        node.forEach(HarmonyReplies::hidePasswords);
    }

    private static String beginning(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN);
    }
}
