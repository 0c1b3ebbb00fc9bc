package io.patchbay.dialect.harmony.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.Body;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Interaction;
import io.patchbay.model.ScriptEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests about scripts (harmony.md 2.3, 2.4). A script is active beside a contact that came through one of its queues. */
public final class ScriptRequests {
    private static final int PARAMETERS = DataCommand.SignalScript.PARAMETERS;

    private ScriptRequests() { }

    /** The scripts for the medium of the channel. */
    public static ObjectNode list(TargetedRequest order) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode scripts = data.putArray("scripts");
        order.directory().scripts().stream().filter(script -> script.isFor(order.channel().medium()))
                .forEach(script -> scripts.addObject().put("scriptId", script.code()).put("scriptName", script.label()));
        return data;
    }

    static Body signal(TargetedRequest order) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i <= PARAMETERS; i++) {
            String name = "p" + i;
            order.data().textIfAny(name).ifPresent(value -> parameters.put(name, value));
        }
        if (!order.data().node().properties().stream().allMatch(member -> DataCommand.SignalScript.isParameter(member.getKey()))) {
            throw RequestRefused.with(HarmonyCode.INVALID_DATA, "The data of a signal has the members p1 to p" + PARAMETERS + " only.");
        }
        ScriptEntry script = order.replicas().interaction(order.interaction()).flatMap(contact -> active(order, contact))
                .orElseThrow(() -> RequestRefused.with(HarmonyCode.INVALID_STATE, "This interaction has no active script."));
        return new DataCommand.SignalScript(order.me(), script.code(), parameters);
    }

    private static Optional<ScriptEntry> active(TargetedRequest order, Interaction contact) {
        return contact.queue().flatMap(queue -> order.directory().scripts().stream()
                .filter(script -> script.isActiveBeside(contact.medium(), queue.queue())).findFirst());
    }
}
