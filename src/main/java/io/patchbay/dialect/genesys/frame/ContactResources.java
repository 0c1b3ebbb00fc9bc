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
import io.patchbay.model.LogEntry;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chats and short-message sessions of an agent (genesys.md 4.1, 4.6 and 5). */
public record ContactResources(AgentId me, GenesysUris uris) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

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
            interaction.startedAt().ifPresent(at -> resource.put("receivedDate", TIME.format(at)));
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
        ObjectNode data = UserData.write(interaction.data());
        interaction.dispositions().stream().filter(set -> set.by().equals(me) && !data.has(UserData.DISPOSITION))
                .forEach(set -> data.put(UserData.DISPOSITION, set.disposition()));
        return data;
    }

    static String path(ContactKind kind, InteractionId id) {
        return "/" + kind.collection() + "/" + id.value();
    }

    /** An entry of the log. One that tells a new nickname is by that name already (genesys.md 5). */
    public ObjectNode message(LogEntry entry) {
        String nickname = entry.kind() == LogEntry.Kind.NICKNAME ? entry.text() : entry.nickname();
        ObjectNode message = message(entry.index(), type(entry), entry.visibility(), from(nickname, entry.role(), entry.from()),
                entry.at());
        switch (entry.kind()) {
            case TEXT -> message.put("text", entry.text());
            case URL -> message.put("url", entry.text());
            case NOTICE, NICKNAME -> message.put("noticeText", entry.text());
            case PARTICIPANT_JOINED, PARTICIPANT_LEFT -> { }
        }
        return message;
    }

    /** That a participant began to type, or stopped. */
    ObjectNode typing(long index, Participant who, boolean on, Visibility visibility, Instant at) {
        return message(index, on ? "TypingStarted" : "TypingStopped", visibility, from(who.nickname(), who.role(), who.id()), at);
    }

    private static ObjectNode message(long index, String type, Visibility visibility, ObjectNode from, Instant at) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("index", index).put("type", type)
                .put("visibility", visibility == Visibility.ALL ? "All" : "Agents");
        message.set("from", from);
        return message.put("timestamp", TIME.format(at)).put("timestampSeconds", at.toEpochMilli());
    }

    private static String type(LogEntry entry) {
        return switch (entry.kind()) {
            case TEXT -> "Text";
            case URL -> "PushUrl";
            case NOTICE -> entry.visibility() == Visibility.AGENTS ? "CustomNotice" : "Notice";
            case PARTICIPANT_JOINED -> "ParticipantJoined";
            case PARTICIPANT_LEFT -> "ParticipantLeft";
            case NICKNAME -> "NicknameUpdated";
        };
    }

    /**
     * In the order of the printed sample: during a consultation first the second party of who consults and the consulted agent, then the
     * customer, then the agents that the customer sees; else these agents first.
     */
    private static List<ObjectNode> participants(Interaction interaction) {
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
        return all;
    }

    private static ObjectNode participant(String nickname, Participant.Role role, PartyId id) {
        return JsonNodeFactory.instance.objectNode().put("participantId", id.value()).put("nickname", nickname).put("type", type(role));
    }

    private static ObjectNode from(String nickname, Participant.Role role, PartyId id) {
        return JsonNodeFactory.instance.objectNode().put("nickname", nickname).put("type", type(role)).put("participantId", id.value());
    }

    private static String type(Participant.Role role) {
        return role == Participant.Role.AGENT ? "Agent" : "Customer";
    }
}
