package io.patchbay.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an Acqueon client knows from the envelopes it got (BINDINGS, Acqueon). Guarded by the client. */
final class AcqueonPicture {
    private static final int BUTTONS = 11;
    private static final Map<String, String> OF_ACTIONS = Map.of("ANSWER", "answer", "HOLD", "hold", "RETRIEVE", "resume", "DROP",
            "disconnect", "CONSULT_CALL", "consult", "SEND_DTMF", "numberpad", "TRANSFER", "transfer", "CONFERENCE", "conference");
    private static final Set<String> IN_A_SIGN_IN = Set.of("OpenConnection", "SetConnectionStatus", "Login", "SetSystemInfo",
            "SetLogOutReasonCodes", "SetNotReadyReasonCodes", "SetPhoneBook", "SetWrapupCode");

    private final DialogPicture dialogs = new DialogPicture();
    private final Map<String, String> topics = new HashMap<>();
    private String state = "";
    private boolean known;

    /** What comes next is all there is. */
    void forget() {
        known = false;
    }

    DialogPicture dialogs() {
        return dialogs;
    }

    /** State, pending state and reason of the agent, as {@link DialogCells#state}. */
    String state() {
        return state;
    }

    /** The ids of the dialogs that it is about. */
    List<String> take(JsonNode envelope) {
        JsonNode message = envelope.path("message");
        String subtopic = envelope.path("subtopic").asText();
        return switch (subtopic) {
            case "SetAgentState" -> {
                state = agent(message.path("data"));
                yield List.of(AcqueonClient.ALL);
            }
            case "CallsStateChange" -> all(message.path("calls"));
            case "InboundCallStateChange", "OutboundCallStateChange" -> List.of(call(envelope.path("topic").asText(), subtopic, message));
            case "SetAPIError" -> List.of();
            default -> {
                expect(IN_A_SIGN_IN.contains(subtopic), "there is no such envelope");
                yield List.of();
            }
        };
    }

    private static String agent(JsonNode data) {
        return data.path("state").asText() + " " + orDash(data.path("pendingState").asText()) + " "
                + orDash(data.at("/reasonCode/id").asText());
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** A client that has all is told nothing new. */
    private List<String> all(JsonNode calls) {
        SortedMap<String, DialogView> present = new TreeMap<>();
        calls.forEach(call -> present.put(call.path("id").asText(), view(call)));
        expect(!known || present.equals(dialogs.all()), "the client has other dialogs: " + dialogs.all());
        dialogs.begin(present);
        topics.clear();
        known = true;
        return List.of(AcqueonClient.ALL);
    }

    private String call(String topic, String subtopic, JsonNode message) {
        expect(subtopic.equals(topic + "StateChange"), "the topic does not fit");
        String id = message.at("/call/id").asText();
        String verb = message.path("verb").asText();
        expect(verb.equals("POST") || topics.getOrDefault(id, topic).equals(topic), "the dialog was on the other topic");
        topics.put(id, topic);
        dialogs.take(verb, id, view(message.path("call")));
        return id;
    }

    private static DialogView view(JsonNode call) {
        JsonNode actual = call.path("ResponseActual");
        JsonNode fields = call.path("ResponseFields");
        JsonNode own = actual.at("/participants/0");
        String state = own.path("state").asText();
        expect(actual.path("id").equals(call.path("id")) && fields.path("Participants").equals(actual.path("participants"))
                && fields.path("MediaProperties").equals(actual.path("mediaProperties"))
                && fields.path("CallState").asText().equals(state), "it contradicts itself");
        SortedSet<String> actions = new TreeSet<>();
        own.path("actions").forEach(action -> actions.add(action.asText()));
        SortedSet<String> parties = new TreeSet<>();
        actual.path("participants").forEach(party -> {
            if (party != own) {
                parties.add(party.path("mediaAddress").asText() + " " + party.path("state").asText());
                expect(party.path("actions").isEmpty(), "an agent acts for nobody else");
            }
        });
        SortedSet<String> buttons = buttons(call.path("ButtonStates"));
        boolean alternates = buttons.contains("swap");
        expect(buttons.equals(enabled(state, actions, alternates)), "the buttons are not those of the actions");
        return new DialogView(state, parties, actions, alternates, facts(call, actual));
    }

    private static SortedSet<String> buttons(JsonNode states) {
        expect(states.path("count").asInt() == BUTTONS && states.path("items").size() == BUTTONS, "not all buttons are there");
        SortedSet<String> enabled = new TreeSet<>();
        states.path("items").properties().forEach(button -> {
            if (button.getValue().asText().equals("Enable")) {
                enabled.add(button.getKey());
            }
        });
        return enabled;
    }

    private static SortedSet<String> enabled(String state, Collection<String> actions, boolean alternates) {
        List<String> all = new ArrayList<>(actions.stream().filter(OF_ACTIONS::containsKey).map(OF_ACTIONS::get).toList());
        if (alternates) {
            all.add("swap");
        }
        if (state.equals(DialogView.WRAP_UP)) {
            all.add("clearContact");
        }
        return new TreeSet<>(all);
    }

    private static Map<String, String> facts(JsonNode call, JsonNode actual) {
        JsonNode properties = actual.path("mediaProperties");
        SortedMap<String, String> data = new TreeMap<>();
        properties.path("callvariables").forEach(one -> data.put(one.path("name").asText(), one.path("value").asText()));
        SortedMap<String, String> shown = new TreeMap<>();
        call.path("CallVariables").properties().forEach(one -> shown.put(one.getKey(), one.getValue().asText()));
        expect(shown.entrySet().containsAll(data.entrySet()), "the variables are not those of the dialog");
        Map<String, String> facts = new TreeMap<>();
        facts.put("from", actual.path("fromAddress").asText());
        facts.put("to", actual.path("toAddress").asText());
        facts.put("data", data.toString());
        facts.put("queue", properties.path("queueName").asText() + " " + properties.path("queueNumber").asText());
        facts.put("wrapUpReason", properties.path("wrapUpReason").asText());
        return facts;
    }

    private static void expect(boolean so, String otherwise) {
        if (!so) {
            throw new ImpossibleFrame(otherwise);
        }
    }
}
