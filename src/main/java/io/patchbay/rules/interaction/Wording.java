package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.Medium;
import java.util.Locale;

/** Plain English for refusals: states of the model, and the conditions of an action on a messaging contact. */
final class Wording {
    private static final String SERVING = ", the agent must serve the customer, and the customer must still be there.";

    private Wording() { }

    static String of(Connection leg) {
        return of(leg.state()) + (leg.muted() ? " and muted" : "");
    }

    /** "an alerting original call" */
    static String of(Call call, Connection leg) {
        String purpose = switch (call.purpose()) {
            case PRIMARY -> "original";
            case CONSULT -> "consultation";
            case MONITOR -> "monitoring";
        };
        return (leg.is(Connection.State.ALERTING) ? "an " : "a ") + of(leg.state()) + " " + purpose + " call";
    }

    private static String of(Connection.State state) {
        return state == Connection.State.INITIATED ? "dialling" : lower(state);
    }

    static String of(Interaction.Member.Phase phase) {
        return lower(phase);
    }

    static String of(Interaction.Recording recording) {
        return lower(recording);
    }

    static String of(Medium medium) {
        return switch (medium) {
            case VOICE -> "call";
            case SMS -> "SMS conversation";
            case CHAT, EMAIL, CALLBACK -> lower(medium);
        };
    }

    /** The conditions of an action on a messaging contact, as one sentence. */
    static String needs(Action action) {
        return switch (action) {
            case SEND_MESSAGE -> "To write to the customer" + SERVING;
            case SEND_TO_AGENTS -> "To write to other agents, the agent and another agent must take part.";
            case CONSULT -> "To consult another agent" + SERVING;
            case INVITE -> "To invite another agent" + SERVING;
            case CONFERENCE -> "To show a consulted agent to the customer, the agent must serve the customer and have consulted an agent.";
            case TRANSFER -> "To transfer the contact" + SERVING;
            case END_CONTACT -> "To end the contact" + SERVING;
            default -> "To do this, the agent must take part in the contact.";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
