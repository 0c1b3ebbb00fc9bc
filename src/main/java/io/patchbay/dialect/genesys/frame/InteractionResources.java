package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.dialect.genesys.words.InteractionCapabilities;
import io.patchbay.dialect.genesys.words.InteractionState;
import io.patchbay.door.Replicas;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import java.util.List;
import java.util.Optional;

/** The interactions of an agent, of every medium, as the older generation shows them (genesys.md 6 and 13, 12). */
public record InteractionResources(AgentId me, GenesysUris uris) implements ContactForm {

    /** All interactions that the agent has. */
    public List<ObjectNode> all(Replicas now) {
        return now.interactions().entrySet().stream().filter(each -> InteractionState.of(each.getValue(), me).isListed())
                .map(each -> brief(each.getKey(), each.getValue())).toList();
    }

    /** Empty if the agent does not have such an interaction. @param id any text */
    public Optional<ObjectNode> one(Replicas now, String id) {
        return InteractionState.find(now, me, id).map(found -> brief(found.getKey(), found.getValue()));
    }

    @Override
    public Notification.Topic topic() {
        return Notification.Topic.INTERACTIONS;
    }

    @Override
    public String messageType() {
        return "InteractionStateChangeMessage";
    }

    @Override
    public String resource() {
        return "interaction";
    }

    @Override
    public String path(InteractionId id) {
        return "/interactions/" + id.value();
    }

    @Override
    public boolean hasReferences() {
        return false;
    }

    @Override
    public ObjectNode whole(InteractionId id, Interaction interaction) {
        return brief(id, interaction);
    }

    @Override
    public ObjectNode brief(InteractionId id, Interaction interaction) {
        ObjectNode resource = empty(id, interaction, InteractionState.of(interaction, me));
        InteractionCapabilities.of(interaction, me).forEach(operation -> resource.withArray("capabilities").add(operation.text()));
        resource.withArray("participants").addAll(participants(interaction));
        return resource;
    }

    @Override
    public ObjectNode empty(InteractionId id, Interaction interaction, ContactState state) {
        return empty(id, interaction, InteractionState.of(state));
    }

    private ObjectNode empty(InteractionId id, Interaction interaction, InteractionState state) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("id", id.value())
                .put("channel", ChannelName.of(interaction.medium()).text()).put("state", state.text());
        resource.putArray("capabilities");
        resource.putArray("participants");
        resource.set("userData", ContactResources.userData(interaction, me));
        return resource.put("uri", uris.of(path(id))).put("path", path(id));
    }

    private List<ObjectNode> participants(Interaction interaction) {
        return interaction.medium() == Medium.VOICE ? parties(interaction).stream().map(CallResources::party).toList()
                : ContactState.of(interaction, me) == ContactState.CHATTING ? ContactResources.participants(interaction) : List.of();
    }

    /** The other parties of the agent's calls. */
    List<Address> parties(Interaction interaction) {
        CallResources calls = new CallResources(me, uris);
        return calls.shown(interaction).flatMap(call -> calls.participants(call).stream()).distinct().toList();
    }
}
