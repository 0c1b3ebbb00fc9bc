package io.patchbay.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.Unreadable;
import io.patchbay.model.Suggestion;
import io.patchbay.reading.JsonType;
import io.patchbay.reading.Read;
import io.patchbay.wire.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Bodies of this door: JSON objects. Unknown members are ignored. A known member of the wrong type is refused by name. */
record PlatformJson(StrictJson json) {

    /** @throws PlatformRefusal if the text is not a JSON object within the limits */
    Members members(String body) {
        try {
            JsonNode node = json.read(body);
            if (!node.isObject()) {
                throw new PlatformRefusal(PlatformCode.INVALID_MESSAGE, "The body must be a JSON object.");
            }
            return new Members(node);
        } catch (Unreadable e) {
            throw new PlatformRefusal(PlatformCode.INVALID_MESSAGE, e.getMessage());
        }
    }

    HttpResponse answer(int status, JsonNode body) {
        return HttpResponse.json(status, json.write(body));
    }

    HttpResponse answer(PlatformRefusal refusal) {
        return refused(refusal.code().status(), refusal.code(), refusal.getMessage(), refusal.headers());
    }

    HttpResponse refused(int status, PlatformCode code, String message, Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code.name()).put("message", message);
        return new HttpResponse(status, "application/json", json.write(body), headers);
    }

    /** The members of one body. */
    record Members(JsonNode body) {

        String text(String name) {
            return member(name, JsonType.TEXT);
        }

        /** Not blank. */
        String filled(String name) {
            return member(name, JsonType.FILLED);
        }

        Optional<String> textIfAny(String name) {
            return body.has(name) ? Optional.of(text(name)) : Optional.empty();
        }

        boolean flag(String name) {
            return member(name, JsonType.FLAG);
        }

        /** String values by name, in the order of the body. Empty if the member is missing. */
        Map<String, String> texts(String name) {
            return body.has(name) ? member(name, JsonType.NAMED_PAIRS) : Map.of();
        }

        /** The value of the text. */
        <T> T read(String name, Function<String, Read<T>> reading) {
            return reading.apply(text(name)).or(expected -> wrong(name, expected));
        }

        private <T> T member(String name, JsonType<T> type) {
            return type.read(body.path(name)).or(expected -> wrong(name, expected));
        }

        PlatformRefusal wrong(String name, String expected) {
            return new PlatformRefusal(PlatformCode.INVALID_DATA, "The member " + name + " must be " + expected
                    + (body.has(name) ? "" : Suggestion.missing(name, body.properties().stream().map(Map.Entry::getKey).toList())) + ".");
        }
    }
}
