package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.DataCommand;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.PartyCommand.DropParticipant;
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
import io.patchbay.model.VoiceCommand.EndCall;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.model.VoiceCommand.SendDtmf;
import io.patchbay.model.VoiceCommand.UnmuteCall;
import io.patchbay.rules.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that an agent could ask of an interaction, with valid values, and the action each of it is shown as. */
final class AllRequests {

    private static final CallId NO_CALL = Ids.call(Scenario.id(9999));

    private AllRequests() { }

    static List<InteractionCommand> of(Interaction state, AgentId by) {
        return of(state, by, Cast.TO_SOMEBODY_ELSE);
    }

    private static Address other(Interaction state, CallId id, AgentId than) {
        return state.call(id).stream().flatMap(call -> call.connections().stream()).filter(leg -> !leg.isOf(than)).map(Connection::address)
                .findFirst().orElse(Cast.MOBILE);
    }

    /** @param somebody whom the agent may call */
    static List<InteractionCommand> of(Interaction state, AgentId by, Destination somebody) {
        Stream<CallId> calls = Stream.concat(state.calls().stream().map(Call::id), Stream.of(NO_CALL));
        Stream<InteractionCommand> voice = calls.flatMap(call ->
                Stream.of(new Answer(by, call), new Hold(by, call), new Retrieve(by, call), new ClearConnection(by, call),
                        new EndCall(by, call), new MuteCall(by, call), new UnmuteCall(by, call), new SendDtmf(by, call, "12#")));
        Stream<InteractionCommand> data = Stream.of(new Accept(by), new Reject(by), new SetInteractionData(by, "k", "v"),
                new SetDisposition(by, "sale"), new Complete(by));
        Stream<InteractionCommand> recording = Stream.of(new StartRecording(by), new StopRecording(by), new PauseRecording(by),
                new ResumeRecording(by));
        Stream<InteractionCommand> two = Stream.of(new ConsultationCall(by, Call.ConsultFor.EITHER, Cast.outside(FarEnd.Kind.MANUAL)),
                new ConsultationCall(by, Call.ConsultFor.TRANSFER, somebody), new AlternateCall(by), new TransferCall(by),
                new ConferenceCall(by));
        Stream<InteractionCommand> party = Stream.concat(state.calls().stream().map(Call::id), Stream.of(NO_CALL)).flatMap(call ->
                Stream.of(new SingleStepTransfer(by, call, Cast.outside(FarEnd.Kind.BUSY)), new SingleStepConference(by, call, somebody),
                        new DropParticipant(by, call, other(state, call, by)), new SingleStepTransfer(by, call, somebody)));
        Stream<InteractionCommand> deletion = state.data().keySet().stream().limit(1).map(key -> new DeleteInteractionData(by, key));
        return Stream.of(voice, two, party, recording, data, deletion).flatMap(wishes -> wishes).toList();
    }

    /** What the agent is shown now; what needs much to have happened before stands there more often. */
    static List<InteractionCommand> shown(Interaction state, AgentId by, Destination somebody) {
        InteractionActions.Allowed allowed = InteractionActions.allowed(state, by);
        if (allowed.interaction().isEmpty() && allowed.calls().isEmpty()) {
            return List.of();
        }
        return of(state, by, somebody).stream().filter(wish -> isShown(allowed, wish))
                .flatMap(wish -> Collections.nCopies(weight(wish), wish).stream()).toList();
    }

    private static int weight(InteractionCommand wish) {
        if (wish instanceof ConferenceCall || wish instanceof TransferCall) {
            return 12;
        }
        return wish instanceof Answer ? 8 : wish instanceof TwoCallCommand || wish instanceof UnmuteCall ? 3 : 1;
    }

    static boolean isShown(InteractionActions.Allowed allowed, InteractionCommand wish) {
        Map<CallId, Set<Action>> calls = allowed.calls();
        if (wish instanceof VoiceCommand v) {
            return calls.containsKey(v.call()) && calls.get(v.call()).contains(ActionOf.action(v));
        }
        if (wish instanceof PartyCommand p) {
            return calls.containsKey(p.call()) && calls.get(p.call()).contains(ActionOf.action(p));
        }
        return allowed.interaction().contains(wish instanceof RecordingCommand r ? ActionOf.action(r)
                : wish instanceof TwoCallCommand t ? ActionOf.action(t) : ActionOf.action((DataCommand) wish));
    }

    /** Starting and stopping a recording are accepted once more although they are not shown (CHOREOGRAPHY B7). */
    static boolean isAccepted(InteractionActions.Allowed allowed, InteractionCommand wish) {
        boolean recording = allowed.interaction().contains(Action.START_RECORDING) || allowed.interaction().contains(Action.STOP_RECORDING);
        return isShown(allowed, wish) || recording && (wish instanceof StartRecording || wish instanceof StopRecording);
    }
}
