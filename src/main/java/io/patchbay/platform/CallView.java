package io.patchbay.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.InteractionId;
import java.util.List;
import java.util.Locale;

/** A call as an outside party sees it (BINDINGS, platform door). */
final class CallView {
    private CallView() { }

    static ObjectNode of(InteractionId interaction, Call call) {
        ObjectNode view = over(interaction, call.id());
        ArrayNode parties = view.withArray("parties");
        call.connections().forEach(leg -> parties.addObject().put("address", leg.address().value())
                .put("role", word(leg.role())).put("state", word(state(call, leg))));
        return view;
    }

    /** A call without parties. */
    static ObjectNode over(InteractionId interaction, CallId call) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("call", call.value()).put("interaction", interaction.value());
        view.putArray("parties");
        return view;
    }

    /**
     * A connected outside party sees the states of the other parties (CHOREOGRAPHY B2, column X). All other states are those of the
     * switch.
     */
    private static Connection.State state(Call call, Connection leg) {
        return leg.isOutside() && leg.is(Connection.State.CONNECTED) ? conversation(call, leg) : leg.state();
    }

    private static Connection.State conversation(Call call, Connection leg) {
        List<Connection.State> others = call.connections().stream().filter(other -> !other.equals(leg)).map(Connection::state).toList();
        for (Connection.State loudest : List.of(Connection.State.CONNECTED, Connection.State.HELD, Connection.State.ALERTING,
                Connection.State.QUEUED)) {
            if (others.contains(loudest)) {
                return loudest;
            }
        }
        return Connection.State.INITIATED;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
