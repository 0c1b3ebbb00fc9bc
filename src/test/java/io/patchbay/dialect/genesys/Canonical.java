package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.words.CallOperation;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.CallId;
import io.patchbay.model.Destination;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import java.util.Optional;

/** The plainest command for what an operation means, written apart from the dialect. */
final class Canonical {
    private static final Destination SOMEBODY = Story.to(new AgentId("sam"));

    private Canonical() { }

    /** Empty for operations that are always accepted, and for those that the rules accept once more than they are shown. */
    static Optional<InteractionCommand> of(CallOperation operation, AgentId by, CallId call) {
        return Optional.ofNullable(switch (operation) {
            case ANSWER -> new VoiceCommand.Answer(by, call);
            case HANGUP -> new VoiceCommand.ClearConnection(by, call);
            case CLEAR_CALL -> new VoiceCommand.EndCall(by, call);
            case HOLD -> new VoiceCommand.Hold(by, call);
            case RETRIEVE -> new VoiceCommand.Retrieve(by, call);
            case SWAP_CALLS -> new TwoCallCommand.AlternateCall(by);
            case INITIATE_TRANSFER -> new TwoCallCommand.ConsultationCall(by, ConsultFor.TRANSFER, SOMEBODY);
            case INITIATE_CONFERENCE -> new TwoCallCommand.ConsultationCall(by, ConsultFor.CONFERENCE, SOMEBODY);
            case COMPLETE_TRANSFER -> new TwoCallCommand.TransferCall(by, true);
            case COMPLETE_CONFERENCE -> new TwoCallCommand.ConferenceCall(by);
            case SINGLE_STEP_TRANSFER -> new PartyCommand.SingleStepTransfer(by, call, SOMEBODY);
            case SINGLE_STEP_CONFERENCE -> new PartyCommand.SingleStepConference(by, call, SOMEBODY);
            case SEND_DTMF -> new VoiceCommand.SendDtmf(by, call, "1");
            case MUTE_CALL -> new VoiceCommand.MuteCall(by, call);
            case UNMUTE_CALL -> new VoiceCommand.UnmuteCall(by, call);
            case PAUSE_CALL_RECORDING -> new RecordingCommand.PauseRecording(by);
            case RESUME_CALL_RECORDING -> new RecordingCommand.ResumeRecording(by);
            case START_CALL_RECORDING, STOP_CALL_RECORDING, REMOVE_PARTICIPANT, ATTACH_USER_DATA, UPDATE_USER_DATA, DELETE_USER_DATA,
                    DELETE_USER_DATA_PAIR -> null;
        });
    }
}
