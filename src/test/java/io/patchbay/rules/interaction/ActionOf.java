package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.DataCommand;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.PartyCommand.DropParticipant;
import io.patchbay.model.PartyCommand.MonitorCall;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.RecordingCommand.PauseRecording;
import io.patchbay.model.RecordingCommand.ResumeRecording;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.RecordingCommand.StopRecording;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.model.VoiceCommand.SendDtmf;
import io.patchbay.model.VoiceCommand.UnmuteCall;

/** The action that each command is shown as. */
final class ActionOf {

    private ActionOf() { }

    static Action action(TwoCallCommand command) {
        return command.match(new TwoCallCommand.Cases<>() {
            @Override
            public Action consult(ConsultationCall c) {
                return Action.CONSULTATION_CALL;
            }

            @Override
            public Action alternate(AlternateCall c) {
                return Action.ALTERNATE_CALL;
            }

            @Override
            public Action transfer(TransferCall c) {
                return Action.TRANSFER_CALL;
            }

            @Override
            public Action conference(ConferenceCall c) {
                return Action.CONFERENCE_CALL;
            }
        });
    }

    static Action action(PartyCommand command) {
        return command.match(new PartyCommand.Cases<>() {
            @Override
            public Action singleStepTransfer(SingleStepTransfer c) {
                return Action.SINGLE_STEP_TRANSFER;
            }

            @Override
            public Action singleStepConference(SingleStepConference c) {
                return Action.SINGLE_STEP_CONFERENCE;
            }

            @Override
            public Action drop(DropParticipant c) {
                return Action.DROP_PARTICIPANT;
            }

            @Override
            public Action monitor(MonitorCall c) {
                throw new IllegalArgumentException("who may monitor is the directory's to say; it is shown nobody");
            }
        });
    }

    static Action action(RecordingCommand command) {
        return command.match(new RecordingCommand.Cases<>() {
            @Override
            public Action start(StartRecording c) {
                return Action.START_RECORDING;
            }

            @Override
            public Action stop(StopRecording c) {
                return Action.STOP_RECORDING;
            }

            @Override
            public Action pause(PauseRecording c) {
                return Action.PAUSE_RECORDING;
            }

            @Override
            public Action resume(ResumeRecording c) {
                return Action.RESUME_RECORDING;
            }
        });
    }

    static Action action(VoiceCommand command) {
        return command.match(new VoiceActions());
    }

    private static final class VoiceActions implements VoiceCommand.Cases<Action> {
        @Override
        public Action answer(Answer c) {
            return Action.ANSWER_CALL;
        }

        @Override
        public Action hold(Hold c) {
            return Action.HOLD_CALL;
        }

        @Override
        public Action retrieve(Retrieve c) {
            return Action.RETRIEVE_CALL;
        }

        @Override
        public Action clear(ClearConnection c) {
            return Action.CLEAR_CONNECTION;
        }

        @Override
        public Action end(VoiceCommand.EndCall c) {
            return Action.END_CALL;
        }

        @Override
        public Action mute(MuteCall c) {
            return Action.MUTE_CALL;
        }

        @Override
        public Action unmute(UnmuteCall c) {
            return Action.UNMUTE_CALL;
        }

        @Override
        public Action sendDtmf(SendDtmf c) {
            return Action.SEND_DTMF;
        }
    }

    static Action action(DataCommand command) {
        return command.match(new DataCommand.Cases<>() {
            @Override
            public Action accept(Accept c) {
                return Action.ACCEPT_INTERACTION;
            }

            @Override
            public Action reject(Reject c) {
                return Action.REJECT_INTERACTION;
            }

            @Override
            public Action setData(SetInteractionData c) {
                return Action.SET_INTERACTION_DATA;
            }

            @Override
            public Action deleteData(DeleteInteractionData c) {
                return Action.SET_INTERACTION_DATA;
            }

            @Override
            public Action setDisposition(SetDisposition c) {
                return Action.SET_DISPOSITION;
            }

            @Override
            public Action complete(Complete c) {
                return Action.COMPLETE_INTERACTION;
            }

            @Override
            public Action signal(DataCommand.SignalScript c) {
                throw new AssertionError("a signal is no wish: the border says whether there is a script");
            }
        });
    }
}
