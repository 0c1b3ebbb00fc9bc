package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;

/** A contact as a chat or short-message session (genesys.md 4 and 5). */
record SessionForm(ContactResources resources, ContactKind kind) implements ContactForm {

    @Override
    public Notification.Topic topic() {
        return switch (kind) {
            case CHAT -> Notification.Topic.CHATS;
            case SMS -> Notification.Topic.SMS_SESSIONS;
        };
    }

    @Override
    public String messageType() {
        return kind.messageType();
    }

    @Override
    public String resource() {
        return kind.resource();
    }

    @Override
    public String path(InteractionId id) {
        return ContactResources.path(kind, id);
    }

    @Override
    public boolean hasReferences() {
        return true;
    }

    @Override
    public ObjectNode whole(InteractionId id, Interaction interaction) {
        return resources.whole(kind, id, interaction);
    }

    @Override
    public ObjectNode brief(InteractionId id, Interaction interaction) {
        return resources.brief(kind, id, interaction);
    }

    @Override
    public ObjectNode empty(InteractionId id, Interaction interaction, ContactState state) {
        return resources.empty(kind, id, state);
    }
}
