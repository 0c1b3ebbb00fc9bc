package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialog.AgentStatus;
import io.patchbay.dialog.AgentWord;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.Presence.NotReadyReason;
import java.time.Instant;
import java.util.Optional;

/** The state of the agent as {@code SetAgentState} (BINDINGS, Acqueon). */
record AgentStates(AgentEntry entry, Directory directory) {

    AgentStatus shown(Replicas now) {
        return AgentStatus.of(entry.id(), now);
    }

    /** @param at where the state does not know since when it is so */
    AcqueonEvent of(Replicas now, Instant at) {
        return of(now, at, Optional.empty());
    }

    /** @param logout the reason of a logout */
    AcqueonEvent of(Replicas now, Instant at, Optional<NotReadyReason> logout) {
        AgentStatus shown = shown(now);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode data = message.putObject("data").put("state", shown.word().name());
        Optional<NotReadyReason> reason = shown.reason().or(() -> logout);
        data.putObject("reasonCode").put("id", reason.map(NotReadyReason::code).orElse(""))
                .put("label", reason.map(why -> AgentStatus.label(why, directory)).orElse(""));
        data.put("pendingState", shown.pending().map(AgentWord::name).orElse(""))
                .put("stateChangeTime", CallForm.time(Optional.of(AgentStatus.since(entry.id(), now, at))))
                .put("name", entry.id().value())
                .put("loginName", entry.id().value()).put("extension", extension(shown));
        message.put("event", shown.word().name()).put("source", "event");
        return new AcqueonEvent("Agent", "SetAgentState", message, Optional.empty());
    }

    private String extension(AgentStatus shown) {
        return shown.extension().or(() -> entry.extensions().stream().findFirst().map(Address::value)).orElse("");
    }
}
