package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Agent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The operations of a device (genesys.md 3.4). Each is the capability of the same name. */
public enum DeviceOperation {
    DO_NOT_DISTURB_ON("DoNotDisturbOn"), DO_NOT_DISTURB_OFF("DoNotDisturbOff"), FORWARD_CALLS_ON("ForwardCallsOn"),
    FORWARD_CALLS_OFF("ForwardCallsOff");

    /** The names of all. */
    public static final List<String> NAMES = Arrays.stream(values()).map(DeviceOperation::text).toList();

    private final String text;

    DeviceOperation(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<DeviceOperation> of(String name) {
        return Arrays.stream(values()).filter(operation -> operation.text.equals(name)).findFirst();
    }

    /** What changes the present state. */
    public static List<DeviceOperation> of(Agent.Device extension) {
        return List.of(extension.doNotDisturb() ? DO_NOT_DISTURB_OFF : DO_NOT_DISTURB_ON,
                extension.forwarding().isPresent() ? FORWARD_CALLS_OFF : FORWARD_CALLS_ON);
    }
}
