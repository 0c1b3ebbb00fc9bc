package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialog.AgentWord;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.Presence.NotReadyReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The state of an agent on the channel Amazon, with the state names of Amazon Connect (acqueon.md 1.4). */
record AmazonAgent(AgentEntry entry, Directory directory) {
    private static final String AGENT = "Agent";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    AcqueonEvent state(AgentState status) {
        ObjectNode message = NODES.objectNode();
        message.set("rules", rules(status));
        ObjectNode data = message.putObject("data");
        data.setAll(info(status));
        data.put("state", label(status.word()).replace(' ', '_'));
        data.putObject("reasonCode").put("id", status.reason().map(NotReadyReason::code).orElse(""));
        data.put("stateChangeTime", CallForm.time(Optional.of(status.since()))).put("type", type(status.word()));
        message.put("event", label(status.word())).put("source", "event");
        return event(AGENT, "SetAgentState", message);
    }

    /** A login and a synchronization have the same content. */
    AcqueonEvent login(String subtopic, AgentState status) {
        ObjectNode message = NODES.objectNode().put("loginState", "LoggedIn");
        message.set("agentInfo", info(status));
        message.put("agentState", label(status.word())).set("rules", rules(status));
        return event(AGENT, subtopic, message);
    }

    /** Of the dialler, which has words of its own. @param word in place of the one of the state */
    AcqueonEvent details(AgentState status, Optional<String> word) {
        return event("OutboundCall", "SetAgentDetails", NODES.objectNode().put("blendingState", "")
                .put("agentState", word.orElseGet(() -> dialler(status.word()))).put("agentName", entry.displayName())
                .put("dialingType", ""));
    }

    /** Those that the agent may set, and the one after a logout. */
    AcqueonEvent states() {
        ObjectNode message = NODES.objectNode();
        ArrayNode states = message.putArray("states");
        add(states, label(AgentWord.READY), code(AgentWord.READY), type(AgentWord.READY));
        add(states, label(AgentWord.NOT_READY), code(AgentWord.NOT_READY), type(AgentWord.NOT_READY));
        for (CodeEntry reason : directory.codes().notReadyReasons()) {
            add(states, reason.label(), reason.code(), type(AgentWord.NOT_READY));
        }
        add(states, label(AgentWord.LOGOUT), code(AgentWord.LOGOUT), type(AgentWord.LOGOUT));
        return event(AGENT, "GetStates", message);
    }

    /** The agent as part of a call. */
    ObjectNode user() {
        return NODES.objectNode().put("name", entry.displayName()).put("loginName", entry.id().value());
    }

    static AcqueonEvent event(String topic, String subtopic, ObjectNode message) {
        return new AcqueonEvent(Flavour.AMAZON, topic, subtopic, message);
    }

    private ObjectNode info(AgentState status) {
        return NODES.objectNode().put("muted", status.muted()).put("name", entry.displayName()).put("extension", status.extension())
                .put("loginName", entry.id().value()).put("softphoneEnabled", true);
    }

    private static ObjectNode rules(AgentState status) {
        AgentWord word = status.word();
        boolean idle = word == AgentWord.READY || word == AgentWord.NOT_READY;
        boolean talks = word == AgentWord.TALKING;
        Map<String, Boolean> enabled = new LinkedHashMap<>();
        enabled.put("NotReady", word != AgentWord.LOGOUT && word != AgentWord.NOT_READY);
        enabled.put("Ready", word != AgentWord.LOGOUT && word != AgentWord.READY);
        enabled.put("make_call", idle);
        enabled.put("mute", talks && !status.muted());
        enabled.put("unmute", talks && status.muted());
        ObjectNode rules = NODES.objectNode();
        ObjectNode buttons = rules.putObject("ButtonStates");
        ObjectNode items = buttons.putObject("items");
        enabled.forEach((name, on) -> items.put(name, on ? "Enable" : "Hide"));
        buttons.put("count", enabled.size());
        rules.putObject("ResponseActual").put("agentStateARN", status.reason().map(NotReadyReason::code).orElseGet(() -> code(word)))
                .put("type", type(word)).put("name", label(word)).put("startTimestamp", CallForm.time(Optional.of(status.since())));
        return rules;
    }

    private static void add(ArrayNode states, String label, String code, String type) {
        states.addObject().put("label", label).put("code", code).put("type", type);
    }

    private static String label(AgentWord word) {
        return switch (word) {
            case READY -> "Ready";
            case NOT_READY -> "Not Ready";
            case RESERVED -> "Pending Busy";
            case TALKING, HOLD -> "Busy";
            case WORK -> "After Call Work";
            case LOGOUT -> "Offline";
        };
    }

    /** A verb takes the one of not ready for no reason. */
    private static String code(AgentWord word) {
        return word == AgentWord.NOT_READY ? "-1" : word.name();
    }

    private static String dialler(AgentWord word) {
        return switch (word) {
            case TALKING, HOLD -> "In Call";
            case WORK -> "ACW";
            case LOGOUT -> "Log-Out";
            case READY, NOT_READY, RESERVED -> label(word);
        };
    }

    private static String type(AgentWord word) {
        return switch (word) {
            case READY -> "Routable";
            case LOGOUT -> "Offline";
            case NOT_READY, RESERVED, TALKING, HOLD, WORK -> "Not_routable";
        };
    }
}
