package io.patchbay.dialect.harmony.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.SessionId;
import java.util.Set;
import java.util.regex.Pattern;

/** The five shapes of a reply (harmony.md 1.3). No reply names a class, a library's message, a password or digits sent. */
public final class HarmonyReplies {
    private static final int SHOWN = 1024;
    private static final String HIDDEN = "***";
    /** Digits may be a card number: they go to the switch and nowhere else (BINDINGS, canonical events). */
    private static final Set<String> SECRETS = Set.of("password", "digits");
    private static final Pattern WRITTEN_SECRET = Pattern.compile("(\"\\s*(?:password|digits)\\s*\"\\s*:).*", Pattern.DOTALL);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** With the request's data echoed. */
    public ObjectNode success(HarmonyRequest request) {
        return success(request, withoutSecrets(request.echoedData()));
    }

    public ObjectNode success(HarmonyRequest request, JsonNode data) {
        ObjectNode reply = bare(request);
        reply.set("data", data);
        return requestId(reply, request);
    }

    /** With data that says nothing: a signal has none to give back (harmony.md 2.4). */
    public ObjectNode withoutData(HarmonyRequest request) {
        return success(request, NODES.objectNode());
    }

    /** Without data, as documented for session.start and logout. */
    public ObjectNode done(HarmonyRequest request) {
        return requestId(bare(request), request);
    }

    public ObjectNode prepared(HarmonyRequest request, SessionId session) {
        ObjectNode reply = echo(request).put("result", "success");
        ObjectNode data = reply.putObject("data");
        data.putObject("session").put("id", session.value());
        data.putObject("workflow").put("serviceId", "WorkflowManager").put("resourceId", session.value());
        return requestId(reply, request);
    }

    public ObjectNode bound(HarmonyRequest request, SessionId session, boolean reset) {
        ObjectNode reply = echo(request).put("result", "success");
        ObjectNode data = reply.putObject("data");
        data.putObject("session").put("id", session.value());
        data.put("reset", reset);
        return requestId(reply, request);
    }

    public ObjectNode confirm(HarmonyRequest request) {
        ObjectNode reply = echo(request).put("result",
                "confirm").put("message", "This agent has a session. Repeat the request with override to replace its client.");
        reply.set("original", withoutSecrets(request.original()));
        return requestId(reply, request);
    }

    public ObjectNode needInfo(HarmonyRequest request, ObjectNode uiExtension) {
        ObjectNode reply = echo(request).put("result", "needinfo");
        reply.set("uiExtension", uiExtension);
        reply.set("original", withoutSecrets(request.original()));
        return requestId(reply, request);
    }

    public ObjectNode failure(HarmonyRequest request, HarmonyCode code, String message) {
        ObjectNode reply = failed(echo(request), code, message);
        reply.set("original", withoutSecrets(request.original()));
        return requestId(reply, request);
    }

    public ObjectNode tooMany(HarmonyRequest request) {
        return failure(request, HarmonyCode.TOO_MANY_REQUESTS, "This client sends too many requests. Wait a second and try again.");
    }

    /** For text that is no JSON object. */
    public ObjectNode unreadable(String text, String message) {
        return unreadable(text, HarmonyCode.INVALID_MESSAGE, message);
    }

    /** Where no request has been read. */
    public ObjectNode unreadable(String text, HarmonyCode code, String message) {
        ObjectNode reply = NODES.objectNode().put("command", "").put("target", "");
        return failed(reply, code, message).put("original", beginning(text));
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

    private static <T extends JsonNode> T withoutSecrets(T request) {
        T copy = request.deepCopy();
        hideSecrets(copy);
        return copy;
    }

    private static void hideSecrets(JsonNode node) {
        node.properties().stream().filter(member -> SECRETS.contains(StrictJson.trimmed(member.getKey())))
                .forEach(member -> member.setValue(NODES.textNode(HIDDEN)));
        node.forEach(HarmonyReplies::hideSecrets);
    }

    /** The end of a secret in text that is not JSON is unknown, so nothing after its name is shown. */
    private static String beginning(String text) {
        int end = text.length() <= SHOWN ? text.length() : Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return WRITTEN_SECRET.matcher(text.substring(0, end)).replaceAll("$1" + HIDDEN);
    }
}
