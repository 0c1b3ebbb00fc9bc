package io.patchbay.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Authentication;
import io.patchbay.wire.HttpResponse;
import java.util.Map;

/** The reason for refusing a client, as a sentence. */
final class SubscriptionRefusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate",
            "Basic realm=\"patchbay events\", charset=\"UTF-8\", Bearer realm=\"patchbay events\"");

    /** The value of {@code error.code}, with its HTTP status and WebSocket close code. */
    enum Code {
        INVALID_MESSAGE(400), INVALID_DATA(400), NOT_AUTHENTICATED(401), NOT_AUTHORIZED(403), TOO_MANY_REQUESTS(429), INTERNAL(500),
        UNAVAILABLE(503);

        private static final int PRIVATE_USE = 4000;
        private final int status;

        Code(int status) {
            this.status = status;
        }
    }

    private final Code code;
    private final long retryAfter;

    SubscriptionRefusal(Code code, String message) {
        this(code, message, 1);
    }

    private SubscriptionRefusal(Code code, String message, long retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** Too many wrong credentials came before these. */
    static SubscriptionRefusal slowed(Authentication.Slowed<?> slowed) {
        return new SubscriptionRefusal(Code.TOO_MANY_REQUESTS, slowed.sentence(), slowed.seconds());
    }

    /** For the log. */
    String word() {
        return code.name();
    }

    int closeCode() {
        return Code.PRIVATE_USE + code.status;
    }

    String json() {
        return json(code, getMessage());
    }

    private static String json(Code code, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("error").put("code", code.name()).put("message", message);
        return error.toString();
    }

    /** A refusal of the port before this door sees the request. */
    static HttpResponse before(int status, String sentence) {
        Code code = status == Code.UNAVAILABLE.status ? Code.UNAVAILABLE : status >= Code.INTERNAL.status ? Code.INTERNAL
                : Code.INVALID_MESSAGE;
        return HttpResponse.json(status, json(code, sentence));
    }

    HttpResponse http() {
        return new HttpResponse(code.status, "application/json", json(), switch (code) {
            case NOT_AUTHENTICATED -> CHALLENGE;
            case TOO_MANY_REQUESTS -> Map.of("Retry-After", Long.toString(retryAfter));
            case INVALID_MESSAGE, INVALID_DATA, NOT_AUTHORIZED, INTERNAL, UNAVAILABLE -> Map.of();
        });
    }
}
