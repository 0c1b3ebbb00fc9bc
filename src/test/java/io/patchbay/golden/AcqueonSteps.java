package io.patchbay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.golden.Step.Credentials;
import java.util.ArrayList;
import java.util.List;

/** Reads what an Acqueon client does: {@code send:} and {@code post:} of envelopes, on the channel Cisco where they name no other. */
record AcqueonSteps(Library library, String client) {

    private static final String DOOR = "/acqueon";
    private static final int ACCEPTED = 202;

    List<Step> of(JsonNode step) {
        List<Step> steps = new ArrayList<>();
        if (step.has("send")) {
            steps.add(new Step.Send(client, envelope(step.get("send"))));
        }
        if (step.has("post")) {
            Credentials with = step.path("with").asText().equals("nothing") ? Credentials.NOTHING : Credentials.BASIC;
            JsonNode reply = step.has("reply") ? library.reply(step.get("reply"), Library.argumentsOf(client)) : null;
            steps.add(new Step.Ask(client, with, DOOR, envelope(step.get("post")), step.path("status").asInt(ACCEPTED), null, reply));
        }
        return steps;
    }

    private static JsonNode envelope(JsonNode envelope) {
        return envelope.has("channel") ? envelope : ((ObjectNode) envelope.deepCopy()).put("channel", "Cisco");
    }
}
