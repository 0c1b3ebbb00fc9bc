package io.patchbay.dialog;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.util.List;
import java.util.Optional;

/** A call of the agent. @param leg of the agent */
public record AgentCall(InteractionId id, Interaction interaction, Call call, Connection leg) {

    /** Those of the agent, in the order they began. */
    public static List<AgentCall> of(Replicas now, AgentId agent) {
        return now.interactions().entrySet().stream().flatMap(one -> one.getValue().callsOf(agent).stream()
                .map(call -> new AgentCall(one.getKey(), one.getValue(), call, call.of(agent).orElseThrow()))).toList();
    }

    /** The one, else the connected one, else the ringing one. */
    public static Optional<AgentCall> meant(List<AgentCall> all) {
        return all.size() == 1 ? all.stream().findFirst()
                : all.stream().filter(dialog -> dialog.is(State.CONNECTED)).findFirst()
                        .or(() -> all.stream().filter(dialog -> dialog.is(State.ALERTING)).findFirst());
    }

    /** Whether it is the id of a connection of the call, of the call, or of its contact. */
    public boolean has(String name) {
        return name.equals(id.value()) || name.equals(call.id().value())
                || call.connections().stream().anyMatch(connection -> name.equals(connection.id().value()));
    }

    public boolean is(State state) {
        return leg.is(state);
    }
}
