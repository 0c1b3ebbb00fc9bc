package io.patchbay.model;

import java.util.Optional;

/** Commands of an agent on its telephone: the line to it, and what becomes of calls to its extensions. */
public sealed interface DeviceCommand extends AgentCommand {

    <R> R matchDevice(DeviceCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.device(this);
    }

    interface DeviceCases<R> {
        R connectLeg(ConnectLeg c);

        R disconnectLeg(DisconnectLeg c);

        R setDoNotDisturb(SetDoNotDisturb c);

        R setForwarding(SetForwarding c);
    }

    /** Keeps a line to the agent's telephone open between calls; that of the first active voice channel. */
    record ConnectLeg(AgentId agent) implements DeviceCommand {
        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.connectLeg(this);
        }
    }

    /** Closes that line. */
    record DisconnectLeg(AgentId agent) implements DeviceCommand {
        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.disconnectLeg(this);
        }
    }

    /**
     * Refuses direct calls and offers of calls at an extension, or takes them again. Whose extension it is, is the border's question,
     * which has the directory.
     *
     * @param by the supervisor who asks in the agent's place
     */
    record SetDoNotDisturb(Address extension, boolean on, Optional<AgentId> by) implements DeviceCommand {
        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.setDoNotDisturb(this);
        }
    }

    /**
     * Sends all direct calls to an extension to another destination.
     *
     * @param to empty to end it
     * @param by the supervisor who asks in the agent's place
     */
    record SetForwarding(Address extension, Optional<Destination> to, Optional<AgentId> by) implements DeviceCommand {
        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.setForwarding(this);
        }
    }
}
