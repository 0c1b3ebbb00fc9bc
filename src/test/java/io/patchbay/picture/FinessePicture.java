package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.golden.FinesseXml;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a Finesse client knows from the notifications it got and the collection it read, as {@link FinesseXml}. Guarded by the client. */
final class FinessePicture {
    private static final String API = "/finesse/api";
    /** Codes of the dispositions, by the labels that are shown. */
    private static final Map<String, String> REASONS = Map.of("Sale", "sale");

    private final DialogPicture dialogs = new DialogPicture();
    private final String user;
    private final String extension;
    private String state = "";

    FinessePicture(String agent, String extension) {
        this.user = API + "/User/" + agent;
        this.extension = extension;
    }

    DialogPicture dialogs() {
        return dialogs;
    }

    /** State, pending state and reason of the agent, as {@link DialogCells#state}. */
    String state() {
        return state;
    }

    /** @param update about the agent */
    void takeUser(JsonNode update) {
        JsonNode object = update.at("/data/user");
        expect(isPut(update) && update.path("source").asText().equals(user) && object.path("uri").asText().equals(user),
                "the user is another one");
        expect(object.path("state").asText().equals("LOGOUT") || object.path("extension").asText().equals(extension),
                "the extension is another one");
        state = object.path("state").asText() + " " + orDash(object.path("pendingState").asText()) + " "
                + orDash(object.path("reasonCodeId").asText());
    }

    /** @param update about the whole collection */
    void takeAll(JsonNode update) {
        dialogs.begin(views(update.at("/data/dialogs")));
    }

    /** @param update about one dialog: it changes by itself, or joins or leaves the collection of the user */
    void takeDialog(JsonNode update) {
        JsonNode object = dialogOf(update);
        String source = isPut(update) ? object.path("uri").asText() : user + "/Dialogs";
        expect(update.path("source").asText().equals(source), "the source is another one");
        dialogs.take(update.path("event").asText(), object.path("id").asText(), view(object));
    }

    static boolean isPut(JsonNode update) {
        return update.path("event").asText().equals("PUT");
    }

    /** The one dialog of the notification. */
    static JsonNode dialogOf(JsonNode update) {
        return isPut(update) ? update.at("/data/dialog") : update.at("/data/dialogs/0");
    }

    /** By their ids. @param collection of the agent's dialogs */
    SortedMap<String, DialogView> views(JsonNode collection) {
        SortedMap<String, DialogView> all = new TreeMap<>();
        collection.forEach(dialog -> all.put(dialog.path("id").asText(), view(dialog)));
        return all;
    }

    private DialogView view(JsonNode dialog) {
        JsonNode own = dialog.at("/participants/0");
        expect(dialog.path("uri").asText().equals(API + "/Dialog/" + dialog.path("id").asText()), "the URI is that of another dialog");
        expect(own.path("mediaAddress").asText().equals(extension), "the agent does not come first");
        SortedSet<String> actions = new TreeSet<>();
        own.path("actions").forEach(action -> actions.add(action.asText()));
        SortedSet<String> parties = new TreeSet<>();
        int answered = 0;
        for (JsonNode party : dialog.path("participants")) {
            String word = party.path("state").asText();
            answered += word.equals("ACTIVE") || word.equals("HELD") ? 1 : 0;
            if (party != own) {
                parties.add(party.path("mediaAddress").asText() + " " + word);
                expect(party.path("actions").isEmpty(), "an agent acts for nobody else");
            }
        }
        expect(answered < 2 || dialog.path("state").asText().equals("ACTIVE"), "two talk, and the dialog is not active");
        return new DialogView(own.path("state").asText(), parties, actions, false, facts(dialog));
    }

    private static Map<String, String> facts(JsonNode dialog) {
        JsonNode properties = dialog.path("mediaProperties");
        SortedMap<String, String> data = new TreeMap<>();
        properties.path("callvariables").forEach(one -> data.put(one.path("name").asText(), one.path("value").asText()));
        String reason = properties.path("wrapUpReason").asText();
        Map<String, String> facts = new TreeMap<>();
        facts.put("from", dialog.path("fromAddress").asText());
        facts.put("to", dialog.path("toAddress").asText());
        facts.put("data", data.toString());
        facts.put("queue", properties.path("queueName").asText() + " " + properties.path("queueNumber").asText());
        facts.put("wrapUpReason", REASONS.getOrDefault(reason, reason));
        return facts;
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static void expect(boolean so, String otherwise) {
        if (!so) {
            throw new ImpossibleFrame(otherwise);
        }
    }
}
