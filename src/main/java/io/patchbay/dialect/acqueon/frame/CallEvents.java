package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialog.DialogChange;
import java.util.Optional;

/** The envelope of a change of a dialog. */
final class CallEvents {

    private CallEvents() { }

    static AcqueonEvent of(DialogChange change) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("verb", change.verb().name()).put("source", "event");
        ObjectNode call = CallForm.of(change.dialog());
        change.offer().ifPresent(end -> call.put("event", word(end)));
        message.set("call", call);
        String topic = change.dialog().outbound() ? "OutboundCall" : "InboundCall";
        return new AcqueonEvent(topic, topic + "StateChange", message, Optional.empty());
    }

    private static String word(DialogChange.Offer end) {
        return switch (end) {
            case EXPIRED -> "missed";
            case REFUSED -> "Rejected";
        };
    }
}
