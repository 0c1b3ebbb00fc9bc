package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.model.CommandId;
import java.util.Optional;

/**
 * One envelope for a client.
 *
 * @param message its content, not to be changed
 * @param cause   the command that caused it; empty where no event did
 */
public record AcqueonEvent(Flavour flavour, String topic, String subtopic, ObjectNode message, Optional<CommandId> cause) {
    private static final String SOURCE = "Patchbay";

    public AcqueonEvent(Flavour flavour, String topic, String subtopic, ObjectNode message) {
        this(flavour, topic, subtopic, message, Optional.empty());
    }

    /** The envelope as JSON. @param requestId of the request that it answers */
    public String text(Optional<String> requestId) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("channel", flavour.eventChannel()).put("topic", topic)
                .put("subtopic", subtopic).put("source", SOURCE);
        envelope.set("message", message);
        requestId.ifPresent(id -> envelope.put("requestId", id));
        return envelope.toString();
    }

    AcqueonEvent causedBy(Optional<CommandId> command) {
        return new AcqueonEvent(flavour, topic, subtopic, message, command);
    }
}
