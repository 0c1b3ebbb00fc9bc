package io.patchbay.dialect.acqueon.words;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.rules.interaction.InteractionActions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The buttons of a call in the order of the documents (acqueon.md 1.4.1). No verb of this channel rejects a call. */
public enum Button {
    ANSWER("answer"), REJECT("reject"), DISCONNECT("disconnect"), HOLD("hold"), RESUME("resume"), CLEAR_CONTACT("clearContact"),
    CONSULT("consult"), NUMBERPAD("numberpad"), SWAP("swap"), TRANSFER("transfer"), CONFERENCE("conference");

    private final String text;

    Button(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The buttons that are enabled. Empty where the agent has no leg in the call. */
    public static Set<Button> of(Interaction interaction, AgentId agent, CallId call) {
        Set<Button> buttons = EnumSet.noneOf(Button.class);
        DialogAction.of(interaction, agent, call).forEach(action -> action.button().ifPresent(buttons::add));
        boolean takesPart = interaction.call(call).filter(one -> one.of(agent).isPresent()).isPresent();
        if (takesPart && InteractionActions.allowed(interaction, agent).interaction().contains(Action.ALTERNATE_CALL)) {
            buttons.add(SWAP);
        }
        return Collections.unmodifiableSet(buttons);
    }
}
