package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Action;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The operations on a call by name, each with the action that the rules must allow (genesys.md 7.3). */
public enum CallOperation {
    ANSWER("Answer", Action.ANSWER_CALL),
    HANGUP("Hangup", Action.CLEAR_CONNECTION),
    HOLD("Hold", Action.HOLD_CALL),
    RETRIEVE("Retrieve", Action.RETRIEVE_CALL),
    SWAP_CALLS("SwapCalls", Action.ALTERNATE_CALL),
    CLEAR_CALL("ClearCall", Action.CLEAR_CONNECTION),
    INITIATE_TRANSFER("InitiateTransfer", Action.CONSULTATION_CALL),
    COMPLETE_TRANSFER("CompleteTransfer", Action.TRANSFER_CALL),
    INITIATE_CONFERENCE("InitiateConference", Action.CONSULTATION_CALL),
    COMPLETE_CONFERENCE("CompleteConference", Action.CONFERENCE_CALL),
    SINGLE_STEP_TRANSFER("SingleStepTransfer", Action.SINGLE_STEP_TRANSFER),
    SINGLE_STEP_CONFERENCE("SingleStepConference", Action.SINGLE_STEP_CONFERENCE),
    REMOVE_PARTICIPANT("RemoveParticipantFromConference", Action.DROP_PARTICIPANT),
    SEND_DTMF("SendDtmf", Action.SEND_DTMF),
    MUTE_CALL("MuteCall", Action.MUTE_CALL),
    UNMUTE_CALL("UnmuteCall", Action.UNMUTE_CALL),
    ATTACH_USER_DATA("AttachUserData", Action.SET_INTERACTION_DATA),
    UPDATE_USER_DATA("UpdateUserData", Action.SET_INTERACTION_DATA),
    DELETE_USER_DATA("DeleteUserData", Action.SET_INTERACTION_DATA),
    DELETE_USER_DATA_PAIR("DeleteUserDataPair", Action.SET_INTERACTION_DATA),
    START_CALL_RECORDING("StartCallRecording", Action.START_RECORDING),
    STOP_CALL_RECORDING("StopCallRecording", Action.STOP_RECORDING),
    PAUSE_CALL_RECORDING("PauseCallRecording", Action.PAUSE_RECORDING),
    RESUME_CALL_RECORDING("ResumeCallRecording", Action.RESUME_RECORDING);

    private final String text;
    private final Action action;

    CallOperation(String text, Action action) {
        this.text = text;
        this.action = action;
    }

    public static Optional<CallOperation> of(String operationName) {
        return Arrays.stream(values()).filter(each -> each.text.equals(operationName)).findFirst();
    }

    public String text() {
        return text;
    }

    boolean isAllowed(Set<Action> ofInteraction, Set<Action> ofCall) {
        return ofInteraction.contains(action) || ofCall.contains(action);
    }
}
