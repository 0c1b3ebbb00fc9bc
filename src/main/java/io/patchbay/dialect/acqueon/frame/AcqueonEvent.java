package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.CommandId;
import java.util.Optional;

/**
 * One envelope for the clients of an agent.
 *
 * @param message its content, not to be changed
 * @param cause   the command that caused it; empty where no event did
 */
public record AcqueonEvent(String topic, String subtopic, ObjectNode message, Optional<CommandId> cause) {
    private static final String CHANNEL = "Cisco";
    private static final String SOURCE = "Patchbay";

    /** The envelope as JSON. @param requestId of the request that it answers */
    public String text(Optional<String> requestId) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("channel", CHANNEL).put("topic", topic).put("subtopic", subtopic)
                .put("source", SOURCE);
        envelope.set("message", message);
        requestId.ifPresent(id -> envelope.put("requestId", id));
        return envelope.toString();
    }

    AcqueonEvent causedBy(CommandId command) {
        return new AcqueonEvent(topic, subtopic, message, Optional.of(command));
    }
}
