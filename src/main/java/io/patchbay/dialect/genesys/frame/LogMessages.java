package io.patchbay.dialect.genesys.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Participant;
import io.patchbay.model.PartyId;
import io.patchbay.model.Visibility;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The messages in the log of a contact (genesys.md 4.6). */
public final class LogMessages {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private LogMessages() { }

    /** An entry of the log. One that tells a new nickname is by that name already (genesys.md 5). */
    public static ObjectNode message(LogEntry entry) {
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
    static ObjectNode typing(long index, Participant who, boolean on, Visibility visibility, Instant at) {
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

    private static ObjectNode from(String nickname, Participant.Role role, PartyId id) {
        return JsonNodeFactory.instance.objectNode().put("nickname", nickname).put("type", type(role)).put("participantId", id.value());
    }

    static String type(Participant.Role role) {
        return switch (role) {
            case CUSTOMER -> "Customer";
            case AGENT -> "Agent";
            case SUPERVISOR -> "Supervisor";
        };
    }
}
