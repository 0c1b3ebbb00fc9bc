package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.model.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events in few words. @param calls in the order they began */
record Brief(List<CallId> calls) {
    private static final Map<String, String> PARTIES = Map.of("5001", "A", "5002", "B", "5003", "C", "5009", "S", "+15551234", "X");

    /** {@code PUT K1 [A HELD, X ACTIVE]}, on Amazon {@code K1 X hold/Hold}, or {@code SetAgentState HOLD}. */
    String of(AcqueonEvent event) {
        JsonNode call = event.message().path("call");
        if (call.isMissingNode()) {
            return event.subtopic() + " " + event.message().path("event").asText();
        }
        String number = "K" + (calls.indexOf(new CallId(call.path("id").asText())) + 1);
        JsonNode actual = call.path("ResponseActual");
        String word = call.path("event").asText();
        return switch (event.flavour()) {
            case CISCO -> event.message().path("verb").asText() + " " + number + " " + parties(actual);
            case AMAZON -> number + " " + PARTIES.get(actual.path("phoneNumber").asText()) + " " + actual.path("status").asText() + "/"
                    + word;
            case WEBEX -> number + " " + actual.path("state").asText() + "/" + word + " " + parties(actual);
        };
    }

    private static List<String> parties(JsonNode actual) {
        List<String> parties = new ArrayList<>();
        actual.path("participants").forEach(party -> parties.add(
                PARTIES.get(party.path("mediaAddress").asText()) + " " + party.path("state").asText()));
        return parties;
    }
}
