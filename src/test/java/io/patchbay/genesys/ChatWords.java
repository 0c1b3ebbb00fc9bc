package io.patchbay.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes notifications of chats as CHOREOGRAPHY D does: {@code SC(state)}, {@code P[participants]}, {@code L(entries)}, {@code PU} for
 * properties, {@code E} for an error, and {@code ref} where it has a number. Participants are called by their nicknames; an apostrophe
 * marks one of which no log tells.
 */
record ChatWords(List<JsonNode> told) {

    List<String> all() {
        Map<String, String> logged = new HashMap<>();
        told.forEach(one -> one.at("/data/messages").forEach(entry -> logged.put(entry.at("/from/participantId").asText(), "")));
        List<String> all = new ArrayList<>();
        for (JsonNode one : told) {
            all.add(one.path("channel").asText().equals("/v2/me/chats") ? word(one.path("data"), logged) : one.toString());
        }
        return all;
    }

    private static String word(JsonNode data, Map<String, String> logged) {
        String reference = data.has("referenceId") ? " ref" : "";
        JsonNode chat = data.path("chat");
        return switch (data.path("messageType").asText() + " " + data.path("notificationType").asText()) {
            case "ChatStateChangeMessage StatusChange" -> "SC(" + chat.path("state").asText() + reference + ")";
            case "ChatStateChangeMessage ParticipantsUpdated" -> "P[" + people(chat.path("participants"), logged) + "]" + reference;
            case "ChatStateChangeMessage PropertiesUpdated" -> "PU" + reference;
            case "ChatStateChangeMessage Error" -> "E" + reference;
            case "MessageLogUpdated NewMessages" -> "L(" + entries(data.path("messages")) + ")" + reference;
            default -> data.toString();
        };
    }

    private static String people(JsonNode participants, Map<String, String> logged) {
        List<String> names = new ArrayList<>();
        participants.forEach(one -> names.add(one.path("nickname").asText()
            + logged.getOrDefault(one.path("participantId").asText(), "'")));
        return String.join(" ", names);
    }

    private static String entries(JsonNode messages) {
        List<String> entries = new ArrayList<>();
        messages.forEach(one -> entries.add(one.path("type").asText().replace("Participant", "") + " "
            + one.at("/from/nickname").asText() + " " + one.path("visibility").asText()));
        return String.join(", ", entries);
    }

    /** What is new to the customer: entries of its log, then its state if it changed. */
    static List<String> customer(JsonNode before, JsonNode after) {
        List<String> all = new ArrayList<>();
        for (int n = before.path("messages").size(); n < after.path("messages").size(); n++) {
            JsonNode entry = after.path("messages").get(n);
            String type = entry.path("type").asText().replace("participant", "");
            all.add(type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + " " + entry.at("/from/nickname").asText());
        }
        if (!before.path("state").equals(after.path("state"))) {
            all.add(after.path("state").asText());
        }
        return all;
    }
}
