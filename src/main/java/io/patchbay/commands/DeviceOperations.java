package io.patchbay.commands;

import static io.patchbay.commands.Parameter.TO;

import io.patchbay.model.Address;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand;
import io.patchbay.reading.JsonType;
import java.util.List;
import java.util.Optional;

/** Operations on the telephone of an agent. */
final class DeviceOperations {
    private static final Parameter EXTENSION = Parameter.text("extension").optional();
    private static final Parameter ON = Parameter.of("on", JsonType.FLAG);
    private static final Parameter FORWARD_TO = TO.optional();

    static final List<Operation> ALL = List.of(
            Operation.of("agentLegConnect", DeviceCommand.ConnectLeg.class, order -> new DeviceCommand.ConnectLeg(order.me())),
            Operation.of("agentLegDisconnect", DeviceCommand.DisconnectLeg.class, order -> new DeviceCommand.DisconnectLeg(order.me())),
            Operation.of("setDoNotDisturb", DeviceCommand.SetDoNotDisturb.class, order -> new DeviceCommand.SetDoNotDisturb(
                    extension(order), order.arguments().flag(ON), order.supervisor())).onBehalf().with(ON, EXTENSION),
            Operation.of("setForwarding", DeviceCommand.SetForwarding.class, order -> new DeviceCommand.SetForwarding(
                    extension(order), destination(order), order.supervisor())).onBehalf().with(ON, EXTENSION, FORWARD_TO));

    private DeviceOperations() { }

    private static Address extension(CheckedCommand order) {
        return new Address(order.names().extension(order.agent(), order.arguments().textIfAny(EXTENSION).orElse(""))
                .or(expected -> order.arguments().wrong(EXTENSION, expected)));
    }

    /** Forwarding that ends has no destination. */
    private static Optional<Destination> destination(CheckedCommand order) {
        if (order.arguments().flag(ON) != order.arguments().has(FORWARD_TO)) {
            throw order.arguments().wrong(FORWARD_TO, order.arguments().flag(ON) ? "the destination" : "omitted, because on is false");
        }
        return order.arguments().has(FORWARD_TO) ? Optional.of(order.to()) : Optional.empty();
    }
}
