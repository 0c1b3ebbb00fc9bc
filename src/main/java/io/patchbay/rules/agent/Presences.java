package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The state that an agent sets. Not ready and after-call work may be said again, for the reason may be another; ready may not
 * (CHOREOGRAPHY B7). Saying it again is an event: what is documented is always sent (CHOREOGRAPHY A6).
 */
record Presences(Agent agent, Stamp stamp) {
    private static final Set<ChannelState> REQUESTABLE = EnumSet.of(ChannelState.READY, ChannelState.NOT_READY,
            ChannelState.AFTER_CALL_WORK);

    Decision<AgentEvent> set(AgentCommand.SetPresence c) {
        Optional<Channel> found = agent.channel(c.channel());
        if (found.isEmpty()) {
            return AgentRefusals.noChannel(c.channel());
        }
        Channel channel = found.get();
        if (!REQUESTABLE.contains(c.presence().state())) {
            return Decision.refuse(Reason.INVALID_DATA, "An agent can ask for ready, not ready and after-call work only.");
        }
        if (!channel.isActive()) {
            return AgentRefusals.inactive(channel.id());
        }
        if (channel.presence().atWork()) {
            return Decision.accept(new AgentEvent.PendingStateChanged(channel.id(), c.presence(), c.by()));
        }
        return c.presence().is(ChannelState.READY) && channel.presence().is(ChannelState.READY)
                ? Decision.refuse(Reason.WRONG_STATE, "Channel " + channel.id() + " is already ready.")
                : Decision.accept(AgentChanges.wished(channel, c.presence(), channel.queues(), stamp.at(), c.by()));
    }
}
