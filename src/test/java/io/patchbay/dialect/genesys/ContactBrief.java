package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.door.CustomerView;
import io.patchbay.model.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notification of a contact as CHOREOGRAPHY D writes it: {@code SC(state)}, {@code P[participants]}, {@code L(entries)}, {@code PU} for
 * properties, {@code E} for an error, and {@code ref} where it has a number. A participant of which
 * the log has nothing has an apostrophe.
 *
 * @param number of the reply that the notification belongs to, where it has one; {@code other} marks a number that differs
 */
record ContactBrief(ContactKind kind, Interaction state, Optional<JsonNode> number) {

    String of(ObjectNode data) {
        boolean log = data.path("messageType").asText().equals("MessageLogUpdated");
        JsonNode contact = data.path(kind.resource());
        assertThat(log || contact.path("id").asText().equals(ContactStory.CONTACT.value())).as("%s", data).isTrue();
        assertThat(log || data.path("messageType").asText().equals(kind.messageType())).as("%s", data).isTrue();
        String reference = reference(data);
        return switch (data.path("notificationType").asText()) {
            case "StatusChange" -> "SC(" + contact.path("state").asText() + reference + ")" + people(contact).replace("[]", "");
            case "ParticipantsUpdated" -> "P" + people(contact) + reference;
            case "PropertiesUpdated" -> "PU" + people(contact) + reference;
            case "Error" -> "E" + people(contact) + reference;
            case "NewMessages" -> "L(" + entries(data.path("messages")) + ")" + reference;
            default -> throw new AssertionError(data);
        };
    }

    private String reference(ObjectNode data) {
        boolean other = number.isPresent() && !number.get().equals(data.path("referenceId"));
        return !data.has("referenceId") ? "" : other ? " other" : " ref";
    }

    private String people(JsonNode contact) {
        List<String> names = new ArrayList<>();
        contact.path("participants").forEach(one -> names.add(one.path("nickname").asText() + (state.messaging().log().stream()
                .anyMatch(entry -> entry.from().value().equals(one.path("participantId").asText())) ? "" : "'")));
        return "[" + String.join(" ", names) + "]";
    }

    /** What is new to the customer: entries of its log, then its state if it changed. */
    static List<String> customer(Interaction before, Interaction after) {
        CustomerView was = CustomerView.of(ContactStory.CONTACT, before, before.messaging().log());
        CustomerView is = CustomerView.of(ContactStory.CONTACT, after, after.messaging().log());
        List<String> all = new ArrayList<>();
        is.messages().stream().skip(was.messages().size()).forEach(entry -> all.add(entry.kind() + " " + entry.nickname()));
        if (was.state() != is.state()) {
            all.add(is.state().name());
        }
        return all;
    }

    private static String entries(JsonNode messages) {
        List<String> entries = new ArrayList<>();
        messages.forEach(one -> entries.add(one.path("type").asText().replace("Participant", "") + " "
                + one.at("/from/nickname").asText() + " " + one.path("visibility").asText()));
        return String.join(", ", entries);
    }
}
