package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.Action;
import java.util.Optional;

/** Harmony's names of what can be done: those of the requests without {@code .request}, also for mute and recording (CHOREOGRAPHY B7). */
final class HarmonyCapabilities {
    private HarmonyCapabilities() { }

    /**
     * Empty where Harmony shows nothing: its tables have no capability of a channel group, and no documented event list would ever
     * correct one; and it has no request to drop another party or to end a call for all, nor for what is done in a contact that is no call.
     */
    static Optional<String> name(Action action) {
        return switch (action) {
            case ACTIVATE_ALL, DEACTIVATE_ALL, DROP_PARTICIPANT, END_CALL -> Optional.empty();
            case SEND_MESSAGE, SEND_TO_AGENTS, CONSULT, INVITE, CONFERENCE, TRANSFER, SET_NICKNAME, LEAVE, END_CONTACT -> Optional.empty();
            case START_SESSION -> Optional.of("session.login");
            case END_SESSION -> Optional.of("session.logout");
            case ACTIVATE_CHANNEL -> Optional.of("channel.activate");
            case DEACTIVATE_CHANNEL -> Optional.of("channel.deactivate");
            case SET_READY -> Optional.of("channel.ready");
            case SET_NOT_READY -> Optional.of("channel.notready");
            case MAKE_CALL -> Optional.of("channel.dial");
            case ACCEPT_INTERACTION -> Optional.of("interaction.accept");
            case REJECT_INTERACTION -> Optional.of("interaction.reject");
            case SET_INTERACTION_DATA -> Optional.of("interaction.setinteractiondata");
            case SET_DISPOSITION -> Optional.of("interaction.setdisposition");
            case COMPLETE_INTERACTION -> Optional.of("interaction.complete");
            case CONSULTATION_CALL -> Optional.of("interaction.consult");
            case ALTERNATE_CALL -> Optional.of("interaction.alternate");
            case TRANSFER_CALL -> Optional.of("interaction.consulttransfer");
            case CONFERENCE_CALL -> Optional.of("interaction.consultconference");
            case START_RECORDING -> Optional.of("interaction.recording.start");
            case STOP_RECORDING -> Optional.of("interaction.recording.stop");
            case PAUSE_RECORDING -> Optional.of("interaction.recording.pause");
            case RESUME_RECORDING -> Optional.of("interaction.recording.resume");
            case ANSWER_CALL -> Optional.of("conversation.answer");
            case CLEAR_CONNECTION -> Optional.of("conversation.release");
            case HOLD_CALL -> Optional.of("conversation.hold");
            case RETRIEVE_CALL -> Optional.of("conversation.retrieve");
            case MUTE_CALL -> Optional.of("conversation.mute");
            case UNMUTE_CALL -> Optional.of("conversation.unmute");
            case SEND_DTMF -> Optional.of("conversation.senddtmf");
            case SINGLE_STEP_TRANSFER -> Optional.of("conversation.blindtransfer");
            case SINGLE_STEP_CONFERENCE -> Optional.of("conversation.blindconference");
        };
    }
}
