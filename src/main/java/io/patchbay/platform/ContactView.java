package io.patchbay.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.door.CustomerView;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The JSON of a messaging contact as its customer sees it (BINDINGS, platform door). */
final class ContactView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ContactView() { }

    static ObjectNode of(CustomerView contact) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("interaction", contact.interaction().value())
                .put("medium", word(contact.medium())).put("state", word(contact.state()));
        ArrayNode participants = view.putArray("participants");
        contact.participants().forEach(p -> party(participants.addObject(), p.id(), p.nickname(), p.role()));
        ArrayNode messages = view.putArray("messages");
        contact.messages().forEach(entry -> message(messages.addObject(), entry));
        return view;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void message(ObjectNode message, LogEntry entry) {
        message.put("index", entry.index()).put("type", type(entry.kind()));
        party(message.putObject("from"), entry.from(), entry.nickname(), entry.role());
        message.put("text", entry.text()).put("timestamp", TIME.format(entry.at()));
    }

    /** To a customer, a supervisor is one more agent. */
    private static void party(ObjectNode node, PartyId id, String nickname, Participant.Role role) {
        node.put("id", id.value()).put("nickname", nickname)
                .put("type", word(role == Participant.Role.SUPERVISOR ? Participant.Role.AGENT : role));
    }

    private static String type(LogEntry.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case URL -> "url";
            case NOTICE -> "notice";
            case PARTICIPANT_JOINED -> "participantJoined";
            case PARTICIPANT_LEFT -> "participantLeft";
            case NICKNAME -> "nickname";
        };
    }
}
