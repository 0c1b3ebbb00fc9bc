package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Button;
import io.patchbay.dialog.CallType;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.Dialog.Media;
import io.patchbay.dialog.Dialog.Party;
import io.patchbay.dialog.DialogChange;
import io.patchbay.dialog.DialogState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** A dialog as JSON (acqueon.md 1.4.1, BINDINGS Acqueon). */
final class CallForm {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int CONFERENCE = 3;

    private CallForm() { }

    static ObjectNode of(Dialog dialog) {
        Media media = dialog.media();
        ObjectNode call = NODES.objectNode().put("id", dialog.id().value()).put("event", word(dialog))
                .put("CallType", dialog.type().name());
        ObjectNode buttons = call.putObject("ButtonStates");
        ObjectNode items = buttons.putObject("items");
        Set<Button> enabled = Button.of(dialog);
        for (Button button : Button.values()) {
            items.put(button.text(), enabled.contains(button) ? "Enable" : "Hide");
        }
        buttons.put("count", Button.values().length);
        call.putNull("ActionsAllowed").put("ResponseType", 0).put("ResponseText", "Success");
        ObjectNode variables = call.putObject("CallVariables").put("ANI", media.from().value()).put("DNIS", media.to().value());
        media.data().forEach(variables::put);
        call.putNull("ExtendedCallVariables").set("ResponseActual", actual(dialog));
        ObjectNode fields = call.putObject("ResponseFields");
        fields.set("Participants", participants(dialog));
        fields.set("MediaProperties", properties(dialog));
        fields.put("fromAddress", media.from().value()).put("CallState", dialog.state().name()).put("Type", "Voice")
                .put("CurrentStateTime", time(dialog.own().since())).put("Campaign", "").put("DN", media.to().value());
        return call;
    }

    static String time(Optional<Instant> at) {
        return at.map(TIME::format).orElse("");
    }

    private static ObjectNode actual(Dialog dialog) {
        ObjectNode actual = NODES.objectNode().put("id", dialog.id().value());
        dialog.secondary().ifPresent(second -> actual.put("secondaryId", second.value()));
        actual.put("mediaType", "Voice").put("fromAddress", dialog.media().from().value()).put("toAddress", dialog.media().to().value())
                .put("state", DialogState.ofDialog(dialog.parties().stream().map(Party::state).toList()).name())
                .put("startTime", time(dialog.startedAt())).put("stateChangeTime", time(dialog.parties().stream()
                        .flatMap(party -> party.since().stream()).max(Comparator.naturalOrder())));
        actual.set("mediaProperties", properties(dialog));
        actual.set("participants", participants(dialog));
        return actual;
    }

    static ObjectNode properties(Dialog dialog) {
        Media media = dialog.media();
        ObjectNode properties = NODES.objectNode().put("callType", dialog.type().name()).put("queueName", media.queueName())
                .put("queueNumber", media.queueNumber()).put("dialedNumber", media.to().value()).put("DNIS", media.to().value())
                .put("wrapUpReason", media.wrapUpReason());
        ArrayNode variables = properties.putArray("callvariables");
        media.data().forEach((name, value) -> variables.addObject().put("name", name).put("value", value));
        return properties;
    }

    static ArrayNode participants(Dialog dialog) {
        ArrayNode participants = NODES.arrayNode();
        for (Party party : dialog.parties()) {
            ObjectNode participant = participants.addObject().put("mediaAddress", party.address().value())
                    .put("mediaAddressType", party.agent() ? "AGENT_DEVICE" : "").put("state", party.state().name());
            if (!party.cause().isEmpty()) {
                participant.put("stateCause", party.cause());
            }
            participant.put("startTime", time(party.startedAt())).put("stateChangeTime", time(party.since()));
            ArrayNode actions = participant.putArray("actions");
            party.actions().forEach(action -> actions.add(action.name()));
        }
        return participants;
    }

    /** The word for the state of the agent's own leg. */
    static String word(Dialog dialog) {
        boolean out = dialog.outbound();
        return switch (dialog.state()) {
            case INITIATING -> "Initiate";
            case INITIATED -> "Ringing";
            case ALERTING -> "connecting";
            case ACTIVE -> out ? talking(dialog) : "connected";
            case HELD -> out ? "Hold" : "hold";
            case WRAP_UP -> "ACW";
            case DROPPED, FAILED -> out ? "DROPPED" : "Dropped";
        };
    }

    /** The word for an offer that the agent did not take. */
    static String word(DialogChange.Offer end) {
        return switch (end) {
            case EXPIRED -> "missed";
            case REFUSED -> "Rejected";
        };
    }

    /** That of calls which the agent began, or of all others. */
    static String topic(Dialog dialog) {
        return dialog.outbound() ? "OutboundCall" : "InboundCall";
    }

    private static String talking(Dialog dialog) {
        return dialog.parties().stream().filter(party -> party.state().isAnswered()).count() >= CONFERENCE ? "Conference"
                : dialog.type() == CallType.CONSULT ? "Consult" : "CustAnswered";
    }
}
