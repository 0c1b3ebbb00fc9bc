package io.patchbay.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Messaging;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A contact that is no call as its customer sees it (BINDINGS, platform door): nothing of what is for agents only. */
final class ContactView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ContactView() { }

    static ObjectNode of(InteractionId id, Interaction state, List<LogEntry> log) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("interaction", id.value())
                .put("medium", state.medium().name().toLowerCase(Locale.ROOT)).put("state", state(state.messaging()));
        ArrayNode participants = view.putArray("participants");
        state.messaging().participants().stream().filter(p -> p.visibility() == Visibility.ALL)
                .forEach(p -> party(participants.addObject(), p.id(), p.nickname(), p.role()));
        ArrayNode messages = view.putArray("messages");
        log.stream().filter(entry -> entry.visibility() == Visibility.ALL)
                .forEach(entry -> message(messages.addObject(), entry));
        return view;
    }

    private static String state(Messaging messaging) {
        if (messaging.customer().isEmpty()) {
            return "closed";
        }
        return messaging.agents(Visibility.ALL).findAny().isPresent() ? "active" : "waiting";
    }

    private static void message(ObjectNode message, LogEntry entry) {
        message.put("index", entry.index()).put("type", type(entry.kind()));
        party(message.putObject("from"), entry.from(), entry.nickname(), entry.role());
        message.put("text", entry.text()).put("timestamp", TIME.format(entry.at()));
    }

    private static void party(ObjectNode node, PartyId id, String nickname, Participant.Role role) {
        node.put("id", id.value()).put("nickname", nickname).put("type", role.name().toLowerCase(Locale.ROOT));
    }

    private static String type(LogEntry.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case URL -> "url";
            case NOTICE -> "notice";
            case PARTICIPANT_JOINED -> "participantJoined";
            case PARTICIPANT_LEFT -> "participantLeft";
        };
    }
}
