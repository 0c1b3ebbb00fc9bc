package io.patchbay.dialect.acqueon.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialog.CallType;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.Dialog.Media;

/** A call with the words of Webex Contact Center (acqueon.md 1.5). */
final class WebexCall {
    private WebexCall() { }

    static ObjectNode of(Dialog dialog, String word) {
        Media media = dialog.media();
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        ObjectNode actual = call.putObject("ResponseActual").put("fromaddress", media.from().value()).put("id", dialog.id().value())
                .put("mediaType", "telephony").put("state", state(dialog)).put("toaddress", media.to().value());
        actual.set("participants", CallForm.participants(dialog));
        ObjectNode variables = call.putObject("CallVariables").put("ANI", media.from().value()).put("DNIS", media.to().value());
        media.data().forEach(variables::put);
        ObjectNode fields = call.putObject("ResponseFields");
        fields.set("MediaProperties", CallForm.properties(dialog));
        fields.put("fromAddress", media.from().value()).put("CallState", state(dialog)).put("DN", media.to().value());
        return call.put("id", dialog.id().value()).put("event", word)
                .put(dialog.outbound() ? "CallType" : "callType", type(dialog));
    }

    /** The word for the state of the agent's own leg. There is none for a hold, which shows in the participants. */
    static String word(Dialog dialog) {
        return switch (dialog.state()) {
            case INITIATING, INITIATED, ALERTING -> "eAgentOfferContact";
            case ACTIVE, HELD -> "CustAnswered";
            case WRAP_UP -> "acw";
            case DROPPED, FAILED -> "eAgentContactEnded";
        };
    }

    private static String state(Dialog dialog) {
        return switch (dialog.state()) {
            case INITIATING, INITIATED, ALERTING -> "new";
            case ACTIVE, HELD -> talking(dialog.type());
            case WRAP_UP, DROPPED, FAILED -> "wrapUp";
        };
    }

    private static String talking(CallType type) {
        return switch (type) {
            case CONSULT -> "consulting";
            case CONSULT_OFFERED -> "consult";
            case CONFERENCE -> "conference";
            case ACD_IN, OTHER_IN, OUT, AGENT_INSIDE, TRANSFER, SUPERVISOR_MONITOR -> "connected";
        };
    }

    private static String type(Dialog dialog) {
        return !dialog.outbound() ? "INBOUND" : dialog.type() == CallType.OUT ? "OUTBOUND" : "Regular_call";
    }
}
