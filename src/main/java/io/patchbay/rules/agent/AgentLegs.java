package io.patchbay.rules.agent;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import io.patchbay.rules.Decision;

/** The line to an agent's telephone. Asking for what already is so is no mistake: it is told once more (CHOREOGRAPHY A6). */
record AgentLegs(Agent agent) {

    /** Accepted also where there is no telephone: Harmony documents an event for that, not a failure (harmony.md 2.1). */
    Decision<AgentEvent> connect() {
        return Decision.accept(agent.channels().stream().filter(c -> c.medium() == Medium.VOICE && c.isActive()).findFirst()
                .map(Channel::endpoint).<AgentEvent>map(extension -> new AgentEvent.LegConnected(new Address(extension)))
                .orElseGet(() -> new AgentEvent.LegFailed(Cause.UNAVAILABLE)));
    }

    Decision<AgentEvent> disconnect() {
        return Decision.accept(new AgentEvent.LegDisconnected(Cause.RELEASED));
    }
}
