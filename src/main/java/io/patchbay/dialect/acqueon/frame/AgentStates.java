package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialog.AgentStatus;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Connection;
import io.patchbay.model.Directory;
import io.patchbay.model.Presence.NotReadyReason;
import java.time.Instant;
import java.util.Optional;

/** The state of an agent, from its cell and its calls. */
record AgentStates(AgentEntry entry, Directory directory) {
    AgentStatus shown(Replicas now) {
        return AgentStatus.of(entry.id(), now);
    }

    /** @param at where the state does not know since when it is so */
    AgentState of(Replicas now, Instant at) {
        return of(now, at, Optional.empty());
    }

    /** @param logout the reason of a logout */
    AgentState of(Replicas now, Instant at, Optional<NotReadyReason> logout) {
        AgentStatus shown = shown(now);
        return new AgentState(shown.word(), shown.reason().or(() -> logout).map(this::labelled), shown.pending(), extension(shown),
                AgentStatus.since(entry.id(), now, at), isMuted(now));
    }

    boolean isMuted(Replicas now) {
        return now.interactions().values().stream().flatMap(interaction -> interaction.callsOf(entry.id()).stream())
                .flatMap(call -> call.of(entry.id()).stream()).anyMatch(Connection::muted);
    }

    private NotReadyReason labelled(NotReadyReason reason) {
        return new NotReadyReason(reason.code(), AgentStatus.label(reason, directory));
    }

    private String extension(AgentStatus shown) {
        return shown.extension().or(() -> entry.extensions().stream().findFirst().map(Address::value)).orElse("");
    }
}
