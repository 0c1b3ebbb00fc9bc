package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Device;
import io.patchbay.model.DeviceEvent;

/** The agent after an event of its telephone. */
record DeviceEvolve(Agent agent) implements DeviceEvent.DeviceCases<Agent> {

    /** The embedded switch keeps no line open between calls: that of a leg is told and not kept, as in the following ones. */
    @Override
    public Agent legConnected(DeviceEvent.LegConnected e) {
        return agent;
    }

    @Override
    public Agent legFailed(DeviceEvent.LegFailed e) {
        return agent;
    }

    @Override
    public Agent legDisconnected(DeviceEvent.LegDisconnected e) {
        return agent;
    }

    @Override
    public Agent doNotDisturbSet(DeviceEvent.DoNotDisturbSet e) {
        return agent.with(new Device(e.extension(), e.on(), agent.device(e.extension()).forwarding()));
    }

    @Override
    public Agent forwardingSet(DeviceEvent.ForwardingSet e) {
        return agent.with(new Device(e.extension(), agent.device(e.extension()).doNotDisturb(), e.to()));
    }

    @Override
    public Agent callForwarded(DeviceEvent.CallForwarded e) {
        return agent;
    }
}
