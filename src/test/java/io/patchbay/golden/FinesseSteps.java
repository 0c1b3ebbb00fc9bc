package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.golden.Step.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a Finesse client does: {@code get:}, {@code put:} and {@code post:} of objects as JSON, or of a text as it stands. */
record FinesseSteps(Library library, String client) {
    private static final String BASE = "/finesse/api";
    private static final Map<String, Integer> STATUS = Map.of("Authorization Failure", 401, "Invalid Authorization User Specified", 401,
        "Not Found", 404, "User Not Found", 404, "Dialog Not Found", 404, "Service Unavailable", 503);

    List<Step> of(JsonNode step) {
        List<Step> steps = new ArrayList<>();
        for (String method : List.of("get", "put", "post")) {
            if (step.has(method)) {
                steps.add(ask(step, method));
            }
        }
        return steps;
    }

    private Step ask(JsonNode step, String method) {
        boolean reads = method.equals("get");
        JsonNode body = null;
        if (!reads) {
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("method", method.toUpperCase(Locale.ROOT))
                .put("requestId", step.path("rid").asText());
            body = request.set("xml", step.path("body"));
        }
        Credentials with = step.path("with").asText().equals("nothing") ? Credentials.NOTHING : Credentials.BASIC;
        String error = step.path("error").asText();
        int usual = error.isEmpty() ? (reads ? 200 : 202) : STATUS.getOrDefault(error, 400);
        return new Step.Ask(client, with, BASE + step.get(method).asText(), body, step.path("status").asInt(usual), null,
            reply(step, error));
    }

    private JsonNode reply(JsonNode step, String error) {
        if (!error.isEmpty()) {
            ObjectNode errors = JsonNodeFactory.instance.objectNode();
            errors.putArray("ApiErrors").addObject().put("ErrorType", error).put("ErrorMessage", "$text")
                .put("ErrorData", step.path("of").asText("$text"));
            return errors;
        }
        return step.has("reply") ? library.reply(step.get("reply"), Library.argumentsOf(client)) : null;
    }
}
