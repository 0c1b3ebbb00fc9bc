package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ContactCapabilities;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.dialect.genesys.words.UserData;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chats and short-message sessions of an agent (genesys.md 4.1, 4.6 and 5). */
public record ContactResources(AgentId me, GenesysUris uris) {
    /** All contacts of this kind that the agent has. */
    public List<ObjectNode> all(Replicas now, ContactKind kind) {
        List<ObjectNode> all = new ArrayList<>();
        now.interactions().forEach((id, interaction) -> {
            if (kind.isListed(interaction, me)) {
                all.add(whole(kind, id, interaction));
            }
        });
        return all;
    }

    /** Empty if the agent does not have such a contact. */
    public Optional<ObjectNode> one(Replicas now, ContactKind kind, String id) {
        return kind.find(now, me, id).map(each -> whole(kind, each.getKey(), each.getValue()));
    }

    /** With user data, as a read or an invitation shows it. */
    ObjectNode whole(ContactKind kind, InteractionId id, Interaction interaction) {
        ObjectNode resource = brief(kind, id, interaction);
        resource.set("userData", userData(interaction));
        if (kind == ContactKind.CHAT) {
            resource.put("chatType", "Inbound");
            interaction.startedAt().ifPresent(at -> resource.put("receivedDate", LogMessages.TIME.format(at)));
        }
        return resource;
    }

    /** As a notification of participants shows it. Participants are shown to agents that take part. */
    ObjectNode brief(ContactKind kind, InteractionId id, Interaction interaction) {
        ContactState state = ContactState.of(interaction, me);
        ObjectNode resource = empty(kind, id, state);
        if (state == ContactState.CHATTING) {
            participants(interaction).forEach(resource.withArray("participants")::add);
        }
        ContactCapabilities.of(interaction, me).forEach(operation -> resource.withArray("capabilities").add(operation.text()));
        return resource;
    }

    /** Without participants and operations. */
    ObjectNode empty(ContactKind kind, InteractionId id, ContactState state) {
        String path = path(kind, id);
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("id", id.value()).put("state", state.text())
                .put("uri", uris.of(path)).put("path", path);
        resource.putArray("participants");
        resource.putArray("capabilities");
        return resource;
    }

    ObjectNode userData(Interaction interaction) {
        return userData(interaction, me);
    }

    /** With the disposition of the agent. */
    static ObjectNode userData(Interaction interaction, AgentId me) {
        ObjectNode data = UserData.write(interaction.data());
        interaction.dispositions().stream().filter(set -> set.by().equals(me) && !data.has(UserData.DISPOSITION))
                .forEach(set -> data.put(UserData.DISPOSITION, set.disposition()));
        return data;
    }

    static String path(ContactKind kind, InteractionId id) {
        return "/" + kind.collection() + "/" + id.value();
    }

    /**
     * In the order of the printed sample: during a consultation first the second party of who consults and the consulted agent, then the
     * customer, then the agents that the customer sees; else these agents first. Supervisors who coach come last.
     */
    static List<ObjectNode> participants(Interaction interaction) {
        List<ObjectNode> consults = new ArrayList<>();
        interaction.messaging().agents(Visibility.AGENTS).forEach(consulted -> {
            consulted.invitedBy().flatMap(interaction.messaging()::of).ifPresent(by -> consults.add(participant(by.nickname(),
                    by.role(), Ids.beside(consulted.id(), "consulting"))));
            consults.add(participant(consulted.nickname(), consulted.role(), consulted.id()));
        });
        List<ObjectNode> agents = interaction.messaging().agents(Visibility.ALL)
                .map(agent -> participant(agent.nickname(), agent.role(), agent.id())).toList();
        List<ObjectNode> customers = interaction.messaging().customer().stream()
                .map(customer -> participant(customer.nickname(), customer.role(), customer.id())).toList();
        List<ObjectNode> all = new ArrayList<>(consults);
        all.addAll(consults.isEmpty() ? agents : customers);
        all.addAll(consults.isEmpty() ? customers : agents);
        interaction.messaging().coaches().forEach(coach -> all.add(participant(coach.nickname(), coach.role(), coach.id())));
        return all;
    }

    private static ObjectNode participant(String nickname, Participant.Role role, PartyId id) {
        return JsonNodeFactory.instance.objectNode().put("participantId", id.value()).put("nickname", nickname)
                .put("type", LogMessages.type(role));
    }
}
