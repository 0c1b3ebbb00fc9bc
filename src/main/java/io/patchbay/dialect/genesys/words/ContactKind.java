package io.patchbay.dialect.genesys.words;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The contacts that agents write in, each with its own resource and names (genesys.md 4 and 5). */
public enum ContactKind {
    CHAT(Medium.CHAT, "chat", "chats", "ChatStateChangeMessage"),
    SMS(Medium.SMS, "smssession", "smssessions", "SMSsessionStateChangeMessage");

    private final Medium medium;
    private final String resource;
    private final String collection;
    private final String messageType;

    ContactKind(Medium medium, String resource, String collection, String messageType) {
        this.medium = medium;
        this.resource = resource;
        this.collection = collection;
        this.messageType = messageType;
    }

    /** Empty for calls, and for contacts that have no resource of their own. */
    public static Optional<ContactKind> of(Medium medium) {
        return Arrays.stream(values()).filter(kind -> kind.medium == medium).findFirst();
    }

    /** By the first segment of a path. */
    public static Optional<ContactKind> ofCollection(String collection) {
        return Arrays.stream(values()).filter(kind -> kind.collection.equals(collection)).findFirst();
    }

    /** Whether the agent has this interaction as a contact of this kind. */
    public boolean isListed(Interaction interaction, AgentId agent) {
        return interaction.medium() == medium && ContactState.of(interaction, agent).isListed();
    }

    /** The contact of this kind that the agent has. @param id as a client sent it */
    public Optional<Map.Entry<InteractionId, Interaction>> find(Replicas now, AgentId agent, String id) {
        return now.interactions().entrySet().stream()
                .filter(each -> each.getKey().value().equals(id) && isListed(each.getValue(), agent)).findFirst();
    }

    public Medium medium() {
        return medium;
    }

    /** The name of one contact in a reply or notification. */
    public String resource() {
        return resource;
    }

    /** The name of several contacts, in paths too. */
    public String collection() {
        return collection;
    }

    /** The message type of a change of state. */
    public String messageType() {
        return messageType;
    }
}
