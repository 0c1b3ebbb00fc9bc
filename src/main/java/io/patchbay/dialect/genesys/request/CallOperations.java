package io.patchbay.dialect.genesys.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.CallCapabilities;
import io.patchbay.dialect.genesys.words.CallOperation;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.UserData;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.reading.Calling;
import io.patchbay.reading.JsonType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations on {@code /me/calls/{id}} (genesys.md 7.3). */
public final class CallOperations {
    private static final List<String> NAMES = Arrays.stream(CallOperation.values()).map(CallOperation::text).toList();

    private final Operation operation;
    private final InteractionId id;
    private final Interaction interaction;
    private final Call call;

    private CallOperations(Operation operation, InteractionId id, Interaction interaction, Call call) {
        this.operation = operation;
        this.id = id;
        this.interaction = interaction;
        this.call = call;
    }

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return CallOperation.of(operation).isPresent();
    }

    /** @param call a call that the agent has */
    public static Plan on(Operation operation, String call) {
        for (Map.Entry<InteractionId, Interaction> each : operation.now().interactions().entrySet()) {
            Optional<Call> found = each.getValue().callsOf(operation.me()).stream()
                    .filter(one -> one.id().value().equals(call)).findFirst();
            if (found.isPresent()) {
                return new CallOperations(operation, each.getKey(), each.getValue(), found.get()).plan();
            }
        }
        throw new OperationRefused(GenesysStatus.NOT_FOUND, "The agent has no such call.");
    }

    private Plan plan() {
        String name = operation.body().operation();
        CallOperation wanted = CallOperation.of(name).orElseThrow(() -> Operation.unknown(name, NAMES));
        List<Body> commands = commands(wanted);
        if (!CallCapabilities.accepts(interaction, me(), call.id(), wanted)) {
            throw Operation.invalid("The operation is not possible in the present state of the call. Its capabilities list what is.");
        }
        return of(commands);
    }

    /** @param call one that the agent may transfer now, or could if it was not held */
    static Plan transfer(Operation operation, InteractionId id, Interaction interaction, Call call, Destination to) {
        CallOperations calls = new CallOperations(operation, id, interaction, call);
        return calls.of(calls.retrieved(new PartyCommand.SingleStepTransfer(operation.me(), call.id(), to)));
    }

    private Plan of(List<Body> commands) {
        return Plan.of(commands.stream().map(command -> new Plan.Step(Subject.of(id), command)).toList());
    }

    private List<Body> commands(CallOperation wanted) {
        return switch (wanted) {
            case ANSWER -> List.of(new VoiceCommand.Answer(me(), call()));
            case HANGUP -> List.of(new VoiceCommand.ClearConnection(me(), call()));
            case CLEAR_CALL -> List.of(isAnswered() ? new VoiceCommand.EndCall(me(), call())
                    : new VoiceCommand.ClearConnection(me(), call()));
            case HOLD -> List.of(new VoiceCommand.Hold(me(), call()));
            case RETRIEVE, SWAP_CALLS -> back();
            case INITIATE_TRANSFER -> consult(Call.ConsultFor.TRANSFER);
            case INITIATE_CONFERENCE -> consult(Call.ConsultFor.CONFERENCE);
            case COMPLETE_TRANSFER -> List.of(new TwoCallCommand.TransferCall(me(), true));
            case COMPLETE_CONFERENCE -> List.of(new TwoCallCommand.ConferenceCall(me()));
            case SINGLE_STEP_TRANSFER -> retrieved(new PartyCommand.SingleStepTransfer(me(), call(), operation.destination()));
            case SINGLE_STEP_CONFERENCE -> retrieved(new PartyCommand.SingleStepConference(me(), call(), operation.destination()));
            case REMOVE_PARTICIPANT -> List.of(new PartyCommand.DropParticipant(me(), call(), participant()));
            case SEND_DTMF -> List.of(new VoiceCommand.SendDtmf(me(), call(), digits()));
            case MUTE_CALL -> List.of(new VoiceCommand.MuteCall(me(), call()));
            case UNMUTE_CALL -> List.of(new VoiceCommand.UnmuteCall(me(), call()));
            case ATTACH_USER_DATA, UPDATE_USER_DATA -> List.of(setData(operation.body().object("userData").node()));
            case DELETE_USER_DATA -> List.of(new DataCommand.DeleteInteractionData(me(), keys(), true));
            case DELETE_USER_DATA_PAIR -> List.of(new DataCommand.DeleteInteractionData(me(),
                    Optional.of(List.of(operation.body().text("key"))), true));
            case START_CALL_RECORDING -> List.of(new RecordingCommand.StartRecording(me()));
            case STOP_CALL_RECORDING -> List.of(new RecordingCommand.StopRecording(me()));
            case PAUSE_CALL_RECORDING -> List.of(new RecordingCommand.PauseRecording(me()));
            case RESUME_CALL_RECORDING -> List.of(new RecordingCommand.ResumeRecording(me()));
        };
    }

    /** The data of a consultation is that of the interaction, which both calls belong to. */
    private List<Body> consult(Call.ConsultFor purpose) {
        List<Body> commands = new ArrayList<>(List.of(new TwoCallCommand.ConsultationCall(me(), purpose, operation.destination())));
        commands.addAll(userData());
        return commands;
    }

    /** A single step begins from a connected call: a held one is retrieved first. Its data is set while the agent has the call. */
    private List<Body> retrieved(Body step) {
        List<Body> commands = new ArrayList<>(userData());
        if (call.of(me()).filter(leg -> leg.is(Connection.State.HELD)).isPresent()) {
            commands.add(new VoiceCommand.Retrieve(me(), call()));
        }
        commands.add(step);
        return commands;
    }

    private List<Body> userData() {
        return operation.body().objectIfAny("userData").filter(data -> !data.node().isEmpty()).map(data -> setData(data.node())).stream()
                .toList();
    }

    private Body setData(ObjectNode userData) {
        return new DataCommand.SetInteractionData(me(), UserData.read(userData));
    }

    /** Without a parameter all keys are meant. */
    private Optional<List<String>> keys() {
        if (operation.body().has("keys")) {
            return Optional.of(operation.body().texts("keys"));
        }
        return operation.body().textIfAny("key").map(List::of);
    }

    private Address participant() {
        String text = operation.body().member(JsonType.CODE, "participant");
        return call.connections().stream().filter(other -> !other.isOf(me())).map(Connection::address)
                .filter(address -> address.value().equals(text)).findFirst()
                .orElseThrow(() -> Operation.invalid("The parameter participant must be the phone number of another party of the call."));
    }

    private String digits() {
        String name = operation.body().has("digits") || !operation.body().has("tones") ? "digits" : "tones";
        return operation.body().value(name, Calling.digits(operation.body().member(JsonType.CODE, name)));
    }

    private boolean isAnswered() {
        return call.of(me()).filter(Connection::isAnswered).isPresent();
    }

    /** To this call, or to the held one. A consultation that is not answered ends by it. */
    private List<Body> back() {
        Optional<Call> dialled = CallCapabilities.dialled(interaction, me());
        return talksElsewhere() || isConnected() ? List.of(new TwoCallCommand.AlternateCall(me()))
                : dialled.map(ringing -> List.<Body>of(new VoiceCommand.ClearConnection(me(), ringing.id()),
                        new VoiceCommand.Retrieve(me(), call()))).orElseGet(() -> List.of(new VoiceCommand.Retrieve(me(), call())));
    }

    private boolean isConnected() {
        return call.of(me()).filter(leg -> leg.is(Connection.State.CONNECTED)).isPresent();
    }

    private boolean talksElsewhere() {
        return interaction.callsOf(me()).stream().filter(other -> !other.id().equals(call()))
                .anyMatch(other -> other.of(me()).filter(leg -> leg.is(Connection.State.CONNECTED)).isPresent());
    }

    private AgentId me() {
        return operation.me();
    }

    private CallId call() {
        return call.id();
    }
}
