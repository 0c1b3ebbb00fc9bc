package io.patchbay.dialect.harmony.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import java.util.function.BiFunction;

/** The request is answered at the border: no cell is asked. Thrown while decoding only; carries the reply, not a stack. */
public final class RequestRefused extends RuntimeException {
    private final transient BiFunction<HarmonyReplies, HarmonyRequest, ObjectNode> reply;

    private RequestRefused(BiFunction<HarmonyReplies, HarmonyRequest, ObjectNode> reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    /** @param message one sentence for people: what was found and what the request needs; never a value that could be a secret */
    public static RequestRefused with(HarmonyCode code, String message) {
        return new RequestRefused((replies, request) -> replies.failure(request, code, message));
    }

    /** @param uiExtension what the client should ask its user for, before it sends the request again */
    static RequestRefused question(ObjectNode uiExtension) {
        return new RequestRefused((replies, request) -> replies.needInfo(request, uiExtension));
    }

    public ObjectNode reply(HarmonyReplies replies, HarmonyRequest request) {
        return reply.apply(replies, request);
    }
}
