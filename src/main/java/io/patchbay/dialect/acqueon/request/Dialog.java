package io.patchbay.dialect.acqueon.request;

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
record Dialog(InteractionId id, Interaction interaction, Call call, Connection leg) {

    /** Those of the agent, in the order they began. */
    static List<Dialog> of(Replicas now, AgentId agent) {
        return now.interactions().entrySet().stream().flatMap(one -> one.getValue().callsOf(agent).stream()
                .map(call -> new Dialog(one.getKey(), one.getValue(), call, call.of(agent).orElseThrow()))).toList();
    }

    /** The one, else the connected one, else the ringing one (BINDINGS, Acqueon). */
    static Optional<Dialog> meant(List<Dialog> all) {
        return all.size() == 1 ? all.stream().findFirst()
                : all.stream().filter(dialog -> dialog.is(State.CONNECTED)).findFirst()
                        .or(() -> all.stream().filter(dialog -> dialog.is(State.ALERTING)).findFirst());
    }

    boolean is(State state) {
        return leg.is(state);
    }
}
