package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.RecordingCommand.PauseRecording;
import io.patchbay.model.RecordingCommand.ResumeRecording;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.RecordingCommand.StopRecording;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.model.VoiceCommand.SendDtmf;
import io.patchbay.model.VoiceCommand.UnmuteCall;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that an agent could ask of an interaction, with valid values, and the action each of it is shown as. */
final class Wishes {

    private static final CallId NO_CALL = Ids.call(Scenario.id(9999));

    private Wishes() { }

    static List<InteractionCommand> of(Interaction state, AgentId by) {
        Stream<CallId> calls = Stream.concat(state.calls().stream().map(Call::id), Stream.of(NO_CALL));
        Stream<InteractionCommand> voice = calls.flatMap(call ->
                Stream.of(new Answer(by, call), new Hold(by, call), new Retrieve(by, call), new ClearConnection(by, call),
                        new MuteCall(by, call), new UnmuteCall(by, call), new SendDtmf(by, call, "12#")));
        Stream<InteractionCommand> data = Stream.of(new Accept(by), new Reject(by), new SetInteractionData(by, "k", "v"),
                new SetDisposition(by, "sale"), new Complete(by));
        Stream<InteractionCommand> recording = Stream.of(new StartRecording(by), new StopRecording(by), new PauseRecording(by),
                new ResumeRecording(by));
        Stream<InteractionCommand> deletion = state.data().keySet().stream().limit(1).map(key -> new DeleteInteractionData(by, key));
        return Stream.of(voice, recording, data, deletion).flatMap(wishes -> wishes).toList();
    }

    static boolean isShown(Interaction state, AgentId by, InteractionCommand wish) {
        InteractionActions.Allowed allowed = InteractionActions.allowed(state, by);
        Map<CallId, Set<Action>> calls = allowed.calls();
        if (wish instanceof VoiceCommand v) {
            return calls.containsKey(v.call()) && calls.get(v.call()).contains(action(v));
        }
        return allowed.interaction().contains(wish instanceof RecordingCommand r ? action(r) : action((DataCommand) wish));
    }

    /** Starting and stopping a recording are accepted once more although they are not shown (CHOREOGRAPHY B7). */
    static boolean isAccepted(Interaction state, AgentId by, InteractionCommand wish) {
        boolean recording = InteractionActions.allowed(state, by).interaction().stream()
                .anyMatch(a -> a == Action.START_RECORDING || a == Action.STOP_RECORDING);
        return isShown(state, by, wish) || recording && (wish instanceof StartRecording || wish instanceof StopRecording);
    }

    private static Action action(RecordingCommand command) {
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

    private static Action action(VoiceCommand command) {
        return command.match(new VoiceCommand.Cases<>() {
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
        });
    }

    private static Action action(DataCommand command) {
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
