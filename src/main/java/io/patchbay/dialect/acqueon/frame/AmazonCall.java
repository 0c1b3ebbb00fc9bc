package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.acqueon.words.Button;
import io.patchbay.dialog.CallType;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.Dialog.Media;
import io.patchbay.dialog.Dialog.Party;
import io.patchbay.dialog.DialogState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A leg of a call as a connection of Amazon Connect (acqueon.md 1.4.1). The buttons of a call are shared out among its legs: those that
 * hold and end it are on the legs of the others.
 */
record AmazonCall(Dialog dialog, Party leg) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Button> OF_OTHERS = EnumSet.of(Button.DISCONNECT, Button.HOLD, Button.RESUME);

    /** @param event the word of the change @param status of the connection */
    ObjectNode event(String event, String status) {
        ObjectNode call = NODES.objectNode();
        ObjectNode buttons = call.putObject("ButtonStates");
        ObjectNode items = buttons.putObject("items");
        for (Button button : Button.values()) {
            items.put(button.text(), isEnabled(button) ? "Enable" : "Hide");
        }
        buttons.put("count", Button.values().length);
        call.putNull("ActionsAllowed").put("ResponseType", 0).put("ResponseText", "Success");
        call.set("ResponseActual", connection(status));
        Media media = dialog.media();
        ObjectNode variables = call.putObject("CallVariables").put("ANI", media.from().value()).put("DNIS", media.to().value());
        media.data().forEach(variables::put);
        call.putNull("ExtendedCallVariables");
        ObjectNode fields = call.putObject("ResponseFields");
        fields.putArray("Participants");
        fields.putObject("MediaProperties").put("callType", type()).put("queueName", media.queueName())
                .put("queueTimestamp", CallForm.time(media.queuedAt()));
        fields.put("fromAddress", media.from().value()).put("CallState", status).put("Type", "Voice")
                .put("CurrentStateTime", CallForm.time(leg.since())).put("Campaign", "").put("DN", media.to().value());
        return call.put("id", dialog.id().value()).put("event", event).put("CallType", dialog.outbound() ? outbound() : type());
    }

    /** @param status empty for the present one */
    ObjectNode connection(String status) {
        ObjectNode connection = NODES.objectNode().put("connectionId", leg.id().value()).put("contactId", dialog.contact().value())
                .put("phoneNumber", leg.address().value()).put("status", status)
                .put("statusTimestamp", CallForm.time(leg.since())).put("type", type());
        ObjectNode buttons = connection.putObject("buttonStates");
        for (Button button : Button.values()) {
            buttons.put(button.text(), isEnabled(button));
        }
        return connection;
    }

    /** Whom the agent holds is on hold. The agent itself is not. */
    String status() {
        boolean held = !isOwn() && (dialog.state() == DialogState.HELD || leg.state() == DialogState.HELD);
        return switch (leg.state()) {
            case INITIATING, INITIATED, ALERTING -> "connecting";
            case ACTIVE, HELD -> held ? "hold" : "connected";
            case WRAP_UP, DROPPED, FAILED -> "disconnected";
        };
    }

    /** The present state of calls, all of one contact. */
    static ObjectNode all(List<Dialog> calls) {
        Optional<Media> media = calls.stream().findFirst().map(Dialog::media);
        ObjectNode message = NODES.objectNode();
        ArrayNode attributes = message.putArray("attributes");
        media.ifPresent(of -> of.data().forEach((name, value) -> attributes.addObject().put("name", name).put("value", value)));
        message.put("queueName", media.map(Media::queueName).orElse(""))
                .put("queueTimestamp", CallForm.time(media.flatMap(Media::queuedAt)));
        ArrayNode connections = message.putArray("calls");
        calls.forEach(call -> call.parties().stream().map(party -> new AmazonCall(call, party))
                .forEach(leg -> connections.add(leg.connection(leg.status()))));
        return message;
    }

    private boolean isOwn() {
        return leg.id().equals(dialog.own().id());
    }

    private boolean isEnabled(Button button) {
        boolean mine = isOwn() ? dialog.parties().size() == 1 || !OF_OTHERS.contains(button) : OF_OTHERS.contains(button);
        return mine && dialog.parties().contains(leg) && Button.of(dialog).contains(button);
    }

    private String type() {
        return isOwn() ? "agent" : dialog.outbound() ? "outbound" : "inbound";
    }

    private String outbound() {
        return dialog.type() == CallType.CONSULT ? "Consult" : "Regular-Call";
    }
}
