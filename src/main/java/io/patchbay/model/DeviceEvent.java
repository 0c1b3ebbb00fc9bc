package io.patchbay.model;

import java.util.Optional;

/** Events of an agent's telephone. */
public sealed interface DeviceEvent extends AgentEvent {

    <R> R matchDevice(DeviceCases<R> cases);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.device(this);
    }

    interface DeviceCases<R> {
        R legConnected(LegConnected e);

        R legFailed(LegFailed e);

        R legDisconnected(LegDisconnected e);

        R doNotDisturbSet(DoNotDisturbSet e);

        R forwardingSet(ForwardingSet e);

        R callForwarded(CallForwarded e);
    }

    /** The line to the agent's telephone is open. */
    record LegConnected(Address extension) implements DeviceEvent {
        public String name() {
            return "agent.legConnected";
        }

        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.legConnected(this);
        }
    }

    /** There is no line to open: the agent has no active voice channel. */
    record LegFailed(Cause cause) implements DeviceEvent {
        public String name() {
            return "agent.legFailed";
        }

        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.legFailed(this);
        }
    }

    /** The line to the agent's telephone is closed, also where none was open. */
    record LegDisconnected(Cause cause) implements DeviceEvent {
        public String name() {
            return "agent.legDisconnected";
        }

        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.legDisconnected(this);
        }
    }

    /** Calls to the extension are refused from now on, or taken again. @param by the supervisor who wished it in the agent's place */
    record DoNotDisturbSet(Address extension, boolean on, Optional<AgentId> by) implements DeviceEvent {
        public String name() {
            return "agent.doNotDisturbSet";
        }

        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.doNotDisturbSet(this);
        }
    }

    /**
     * Direct calls to the extension go to another destination from now on.
     *
     * @param to empty where they ring there again
     * @param by the supervisor who wished it in the agent's place
     */
    record ForwardingSet(Address extension, Optional<Destination> to, Optional<AgentId> by) implements DeviceEvent {
        public String name() {
            return "agent.forwardingSet";
        }

        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.forwardingSet(this);
        }
    }

    /** A call to the extension goes to the destination instead. */
    record CallForwarded(InteractionId interaction, Address extension, Destination to) implements DeviceEvent {
        public String name() {
            return "agent.callForwarded";
        }

        public <R> R matchDevice(DeviceCases<R> cases) {
            return cases.callForwarded(this);
        }
    }
}
