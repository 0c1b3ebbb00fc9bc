package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.CustomerOperation;
import io.patchbay.door.CustomerView;

/** A chat as its customer sees it (BINDINGS, Genesys). Its id is the secret of the customer, never that of the interaction. */
public final class CustomerResources {
    private CustomerResources() { }

    /** The addresses of a new chat. */
    public static ObjectNode begun(String id, GenesysUris uris) {
        String path = "/chats/" + id;
        return JsonNodeFactory.instance.objectNode().put("id", id).put("path", path).put("uri", uris.of(path));
    }

    public static ObjectNode chat(String id, CustomerView contact) {
        ObjectNode chat = JsonNodeFactory.instance.objectNode().put("id", id).put("state", state(contact.state()));
        chat.putArray("capabilities");
        if (contact.state() != CustomerView.State.CLOSED) {
            CustomerOperation.NAMES.forEach(chat.withArray("capabilities")::add);
        }
        chat.putArray("participants");
        contact.participants().forEach(participant -> chat.withArray("participants").addObject().put("nickname", participant.nickname())
                .put("participantId", participant.id().value()).put("type", LogMessages.type(participant.role())));
        return chat;
    }

    private static String state(CustomerView.State state) {
        return switch (state) {
            case WAITING -> "WaitingForAgent";
            case ACTIVE -> "Chatting";
            case CLOSED -> "Completed";
        };
    }
}
