package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.Notification.OlderMessages;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import java.util.List;
import java.util.Optional;

/** The notifications of one chat or short-message session of an agent (genesys.md 2.2, CHOREOGRAPHY D). */
record ContactMessages(ContactResources resources, ContactForm form, InteractionId id) {

    /** The state changed. Participants and operations are left out where the state has none yet, or none any more. */
    Notification status(ContactState state, Interaction now, Optional<Integer> reference) {
        ObjectNode resource = state == ContactState.INVITED ? form.whole(id, now)
                : state == ContactState.LEFT_CHAT ? form.brief(id, now) : form.empty(id, now, state);
        return changed("StatusChange", resource, reference);
    }

    /** The agent accepted. The participants follow in the next notification. */
    Notification accepted(Interaction now, Optional<Integer> reference) {
        ObjectNode resource = form.brief(id, now);
        resource.putArray("participants");
        return changed("StatusChange", resource, reference);
    }

    Notification participants(Interaction now) {
        return changed("ParticipantsUpdated", form.brief(id, now), Optional.empty());
    }

    Notification properties(Interaction now, Optional<Integer> reference) {
        ObjectNode resource = form.brief(id, now);
        resource.set("userData", resources.userData(now));
        return changed("PropertiesUpdated", resource, reference);
    }

    /** An operation that was accepted came to nothing. */
    Notification failed(Interaction now, int reference) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", form.messageType()).put("notificationType", "Error")
                .put("errorMessage", "Operation failed");
        numbered(data, Optional.of(reference));
        data.set(form.resource(), form.brief(id, now));
        return new Notification(form.topic(), data);
    }

    Notification entry(Interaction now, long index) {
        return log(now.messaging().log().stream().filter(entry -> entry.index() == index).map(LogMessages::message).toList());
    }

    Notification log(List<ObjectNode> messages) {
        return new Notification(form.topic(), logged(messages));
    }

    /** All entries. */
    Notification history(Interaction now) {
        return history(now, 1);
    }

    /** All entries from an index on. The state has the latest of them only. */
    Notification history(Interaction now, long from) {
        List<LogEntry> kept = now.messaging().log();
        ObjectNode data = logged(kept.stream().filter(entry -> entry.index() >= from).map(LogMessages::message).toList());
        boolean whole = kept.isEmpty() || now.messaging().pages() == 0 || kept.get(0).index() <= from;
        return new Notification(form.topic(), data, whole ? Optional.empty()
                : Optional.of(new OlderMessages(id, now, from, kept.get(0).index())));
    }

    private Notification changed(String type, ObjectNode resource, Optional<Integer> reference) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", form.messageType()).put("notificationType", type);
        numbered(data, reference);
        data.set(form.resource(), resource);
        return new Notification(form.topic(), data);
    }

    private void numbered(ObjectNode data, Optional<Integer> reference) {
        reference.filter(number -> form.hasReferences()).ifPresent(number -> data.put("referenceId", number));
    }

    private ObjectNode logged(List<ObjectNode> messages) {
        String path = form.path(id);
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("messageType", "MessageLogUpdated")
                .put("notificationType", "NewMessages").put(form.resource() + "Uri", resources.uris().of(path))
                .put(form.resource() + "Path", path);
        data.putArray("messages").addAll(messages);
        return data;
    }
}
