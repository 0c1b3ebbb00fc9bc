package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.DeviceOperation;
import io.patchbay.dialect.genesys.words.UserData;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Call;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on {@code /me/devices/{id}} (genesys.md 3.4) and {@code /me/devices/{id}/calls} (genesys.md 7.3). */
public final class DeviceOperations {
    private static final String DIAL = "Dial";
    private static final List<String> ON_CALLS = List.of(DIAL);

    private DeviceOperations() { }

    /** Whether this is the name of an operation here. */
    public static boolean isName(String operation) {
        return ON_CALLS.contains(operation) || DeviceOperation.NAMES.contains(operation);
    }

    /** Do-not-disturb and forwarding (genesys.md 3.4). */
    public static Plan on(Operation operation, Address device) {
        String name = operation.body().operation();
        DeviceOperation wanted = DeviceOperation.of(name).orElseThrow(() -> Operation.unknown(name, DeviceOperation.NAMES));
        DeviceCommand command = switch (wanted) {
            case DO_NOT_DISTURB_ON -> new DeviceCommand.SetDoNotDisturb(device, true, Optional.empty());
            case DO_NOT_DISTURB_OFF -> new DeviceCommand.SetDoNotDisturb(device, false, Optional.empty());
            case FORWARD_CALLS_ON -> new DeviceCommand.SetForwarding(device, Optional.of(operation.number()), Optional.empty());
            case FORWARD_CALLS_OFF -> new DeviceCommand.SetForwarding(device, Optional.empty(), Optional.empty());
        };
        operation.mustBeSignedIn();
        return Plan.of(List.of(operation.onAgent(command)));
    }

    /** Dials. While the agent holds its call, the dialled call is a second one of the same interaction (CHOREOGRAPHY A3). */
    public static Plan onCalls(Operation operation, Address device) {
        String name = operation.body().operation();
        if (!ON_CALLS.contains(name)) {
            throw Operation.unknown(name, ON_CALLS);
        }
        Destination to = operation.destination();
        Map<String, String> data = operation.body().objectIfAny("userData").map(sent -> UserData.read(sent.node())).orElse(Map.of());
        operation.mustBeSignedIn();
        return operation.now().agent().call().map(work -> second(operation, work.interaction(), to, data))
                .orElseGet(() -> Plan.of(List.of(operation.onAgent(new AgentCommand.MakeCall(channel(operation, device).id(),
                        operation.me(), to, operation.policy(), data)))));
    }

    private static Plan second(Operation operation, InteractionId id, Destination to, Map<String, String> data) {
        List<Call> calls = operation.now().interaction(id).map(interaction -> interaction.callsOf(operation.me())).orElse(List.of());
        boolean held = calls.size() == 1 && calls.get(0).of(operation.me()).filter(leg -> leg.is(Connection.State.HELD)).isPresent();
        if (!held) {
            throw Operation.invalid("The agent has a call. Hold it or end it first.");
        }
        List<Plan.Step> steps = new ArrayList<>(List.of(new Plan.Step(Subject.of(id),
                new TwoCallCommand.ConsultationCall(operation.me(), Call.ConsultFor.EITHER, to))));
        if (!data.isEmpty()) {
            steps.add(new Plan.Step(Subject.of(id), new DataCommand.SetInteractionData(operation.me(), data)));
        }
        return Plan.of(steps);
    }

    private static Channel channel(Operation operation, Address device) {
        return operation.now().agent().telephone(device).filter(Channel::isActive)
                .orElseThrow(() -> Operation.invalid("The device is logged out. Send StartContactCenterSession with channel voice first."));
    }
}
