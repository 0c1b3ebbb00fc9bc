package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A dialog that appeared for the agent, changed, or is gone. @param word of the call's state, where it is not the one of the dialog */
record DialogChange(Verb verb, Dialog dialog, Optional<String> word) {

    /** The verbs of Finesse. */
    enum Verb { POST, PUT, DELETE }

    DialogChange(Verb verb, Dialog dialog) {
        this(verb, dialog, Optional.empty());
    }

    AcqueonEvent event() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("verb", verb.name()).put("source", "event");
        ObjectNode call = CallForm.of(dialog);
        word.ifPresent(text -> call.put("event", text));
        message.set("call", call);
        String topic = dialog.outbound() ? "OutboundCall" : "InboundCall";
        return new AcqueonEvent(topic, topic + "StateChange", message, Optional.empty());
    }
}
