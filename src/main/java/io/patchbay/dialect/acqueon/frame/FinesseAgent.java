package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.dialog.AgentWord;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Presence.NotReadyReason;
import java.util.Optional;

/** The state of an agent with the words of Finesse (BINDINGS, Acqueon). */
final class FinesseAgent {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FinesseAgent() { }

    static AcqueonEvent state(Flavour flavour, AgentEntry entry, AgentState status) {
        ObjectNode message = NODES.objectNode();
        message.set("data", data(entry, status));
        message.put("event", status.word().name()).put("source", "event");
        return new AcqueonEvent(flavour, "Agent", "SetAgentState", message);
    }

    private static ObjectNode data(AgentEntry entry, AgentState status) {
        ObjectNode data = NODES.objectNode().put("state", status.word().name());
        data.putObject("reasonCode").put("id", status.reason().map(NotReadyReason::code).orElse(""))
                .put("label", status.reason().map(NotReadyReason::description).orElse(""));
        return data.put("pendingState", status.pending().map(AgentWord::name).orElse(""))
                .put("stateChangeTime", CallForm.time(Optional.of(status.since()))).put("name", entry.id().value())
                .put("loginName", entry.id().value()).put("extension", status.extension());
    }

    /** The answer to a login. */
    static AcqueonEvent login(Flavour flavour, AgentEntry entry, AgentState status) {
        ObjectNode message = NODES.objectNode().put("loginState", "LoggedIn");
        message.putObject("agentInfo").put("name", entry.displayName()).put("extension", status.extension())
                .put("loginName", entry.id().value());
        message.set("agentState", data(entry, status));
        return new AcqueonEvent(flavour, "Agent", "LoginSuccess", message);
    }
}
