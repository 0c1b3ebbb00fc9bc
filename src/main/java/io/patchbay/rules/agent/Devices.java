package io.patchbay.rules.agent;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;

/**
 * The telephone of an agent: the line to it, do-not-disturb and forwarding. Asking for what already is so is no mistake: it is told
 * once more (CHOREOGRAPHY A6).
 */
record Devices(Agent agent, AgentId self) implements DeviceCommand.DeviceCases<Decision<AgentEvent>> {
    /** No agent has so many, and each is in every step of the agent's cell: a cell does not grow without end (DESIGN 4). */
    private static final int MOST = 32;

    /** Accepted also where there is no telephone: Harmony documents an event for that, not a failure (harmony.md 2.1). */
    @Override
    public Decision<AgentEvent> connectLeg(DeviceCommand.ConnectLeg c) {
        return Decision.accept(agent.channels().stream().filter(channel -> channel.medium() == Medium.VOICE && channel.isActive())
                .findFirst().map(Channel::endpoint)
                .<AgentEvent>map(extension -> new DeviceEvent.LegConnected(new Address(extension)))
                .orElseGet(() -> new DeviceEvent.LegFailed(Cause.UNAVAILABLE)));
    }

    @Override
    public Decision<AgentEvent> disconnectLeg(DeviceCommand.DisconnectLeg c) {
        return Decision.accept(new DeviceEvent.LegDisconnected(Cause.RELEASED));
    }

    @Override
    public Decision<AgentEvent> setDoNotDisturb(DeviceCommand.SetDoNotDisturb c) {
        return isTooMany(c.extension()) ? tooMany() : Decision.accept(new DeviceEvent.DoNotDisturbSet(c.extension(), c.on(), c.by()));
    }

    /** An agent answers on one telephone, so all its extensions are the agent itself. */
    @Override
    public Decision<AgentEvent> setForwarding(DeviceCommand.SetForwarding c) {
        if (c.to().filter(this::isOwn).isPresent()) {
            return Decision.refuse(Reason.INVALID_DATA, "The destination is the agent's own extension. Name another destination.");
        }
        return isTooMany(c.extension()) ? tooMany() : Decision.accept(new DeviceEvent.ForwardingSet(c.extension(), c.to(), c.by()));
    }

    private boolean isOwn(Destination to) {
        return to instanceof Destination.Extension extension && extension.agent().equals(self);
    }

    private boolean isTooMany(Address extension) {
        return agent.devices().size() >= MOST && agent.devices().stream().noneMatch(device -> device.extension().equals(extension));
    }

    private static Decision<AgentEvent> tooMany() {
        return Decision.refuse(Reason.WRONG_STATE, "The agent has settings at " + MOST + " extensions, the most allowed.");
    }
}
