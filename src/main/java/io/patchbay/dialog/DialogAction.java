package io.patchbay.dialog;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.rules.interaction.InteractionActions;
import io.patchbay.rules.interaction.InteractionActions.Allowed;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The actions of a participant as Finesse names them. */
public enum DialogAction {
    ANSWER(Action.ANSWER_CALL), HOLD(Action.HOLD_CALL), RETRIEVE(Action.RETRIEVE_CALL), DROP(Action.CLEAR_CONNECTION),
    UPDATE_CALL_DATA(Action.SET_INTERACTION_DATA), CONSULT_CALL(Action.CONSULTATION_CALL), SEND_DTMF(Action.SEND_DTMF),
    TRANSFER_SST(Action.SINGLE_STEP_TRANSFER), TRANSFER(Action.TRANSFER_CALL), CONFERENCE(Action.CONFERENCE_CALL);

    private static final Set<DialogAction> DIALLING = EnumSet.of(DROP, UPDATE_CALL_DATA);
    private static final Set<DialogAction> ACTIVE = EnumSet.of(HOLD, DROP, UPDATE_CALL_DATA, CONSULT_CALL, SEND_DTMF, TRANSFER_SST);
    private static final Set<DialogAction> HELD = EnumSet.of(RETRIEVE, DROP, UPDATE_CALL_DATA, TRANSFER, CONFERENCE);

    private final Action action;

    DialogAction(Action action) {
        this.action = action;
    }

    /**
     * The actions of an agent on one of its calls: those that Finesse documents for the state of its leg, without those that the rules
     * refuse now. Empty where the agent has no leg in the call.
     */
    public static Set<DialogAction> of(Interaction interaction, AgentId agent, CallId call) {
        Allowed allowed = InteractionActions.allowed(interaction, agent);
        Set<Action> onCall = allowed.calls().getOrDefault(call, Set.of());
        Set<DialogAction> actions = EnumSet.noneOf(DialogAction.class);
        interaction.call(call).flatMap(one -> one.of(agent).flatMap(leg -> DialogState.of(one, leg)))
                .ifPresent(state -> actions.addAll(documented(state)));
        actions.removeIf(each -> !onCall.contains(each.action) && !allowed.interaction().contains(each.action));
        return Collections.unmodifiableSet(actions);
    }

    /** The actions of a participant in this state. */
    public static Set<DialogAction> documented(DialogState state) {
        return switch (state) {
            case INITIATING, INITIATED -> DIALLING;
            case ALERTING -> EnumSet.of(ANSWER);
            case ACTIVE -> ACTIVE;
            case HELD -> HELD;
            case WRAP_UP -> EnumSet.of(UPDATE_CALL_DATA);
            case DROPPED, FAILED -> Set.of();
        };
    }
}
