package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.golden.Step.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a Genesys client does: {@code subscribe:}, {@code post:} and {@code get:} with their short forms. */
record GenesysSteps(Library library, String client) {

    private static final String BASE = "/api/v2";
    /** The HTTP code of each statusCode that transcripts name (genesys.md 1.5). */
    private static final Map<Integer, Integer> HTTP =
        Map.of(1, 400, 2, 400, 3, 403, 5, 403, 6, 404, 20, 403);

    List<Step> of(JsonNode step) {
        List<Step> steps = new ArrayList<>();
        if (step.has("subscribe")) {
            steps.add(new Step.Subscribe(client, with(step, Credentials.BASIC), texts(step.get("subscribe"))));
        }
        if (step.has("post") || step.has("get")) {
            steps.add(ask(step));
        }
        return steps;
    }

    private Step ask(JsonNode step) {
        String path = BASE + step.path(step.has("post") ? "post" : "get").asText();
        int error = step.path("error").asInt();
        int status = step.path("status").asInt(error == 0 ? 200 : HTTP.get(error));
        List<String> sets = step.has("sets") ? texts(step.get("sets")) : null;
        return new Step.Ask(client, with(step, Credentials.ANY), path, step.get("body"), status, sets, reply(step, error));
    }

    /** Without {@code reply:} and {@code error:} a POST is answered that all is well. */
    private JsonNode reply(JsonNode step, int error) {
        if (step.has("reply")) {
            return library.reply(step.get("reply"), Library.argumentsOf(client));
        }
        return error != 0 ? JsonNodeFactory.instance.objectNode().put("statusCode", error).put("statusMessage", "$text")
            : JsonNodeFactory.instance.objectNode().put("statusCode", 0);
    }

    private static Credentials with(JsonNode step, Credentials otherwise) {
        return step.has("with") ? Credentials.valueOf(step.get("with").asText().toUpperCase(Locale.ROOT)) : otherwise;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
