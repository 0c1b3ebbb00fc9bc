package io.patchbay.rules.agent;

import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentEvent.ChannelStateChanged;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds the one event that a change of a channel is. */
final class AgentChanges {

    private AgentChanges() { }

    /** By the agent's wish. */
    static ChannelStateChanged wished(Channel channel, Presence now, List<QueueName> queues, Instant at) {
        return wished(channel, now, queues, at, Optional.empty());
    }

    /** @param by the supervisor whose wish it is */
    static ChannelStateChanged wished(Channel channel, Presence now, List<QueueName> queues, Instant at, Optional<AgentId> by) {
        return new ChannelStateChanged(channel.id(), channel.presence(), now, now, queues, at, Optional.empty(), false, Optional.empty(),
                Optional.empty(), by);
    }

    /** Through work. */
    static ChannelStateChanged worked(Channel channel, Slots.Presences presences, Instant at, Work work, boolean gone) {
        return new ChannelStateChanged(channel.id(), channel.presence(), presences.now(), presences.later(), channel.queues(), at,
                Optional.of(work), gone);
    }

    /** Through work that begins, and asks its interaction for what comes next. */
    static ChannelStateChanged begun(Channel channel, Presence now, Instant at, Work work, OfferCommand ask) {
        return new ChannelStateChanged(channel.id(), channel.presence(), now, Slots.afterwards(channel), channel.queues(), at,
                Optional.of(work), false, Optional.of(ask), Optional.empty(), Optional.empty());
    }

    /** Through work that comes to nothing, because its interaction refused what it was asked. */
    static ChannelStateChanged takenBack(Channel channel, Slots.Presences presences, Instant at, Work work, boolean gone,
            OfferCommand ask) {
        return new ChannelStateChanged(channel.id(), channel.presence(), presences.now(), presences.later(), channel.queues(), at,
                Optional.of(work), gone, Optional.empty(), Optional.of(ask), Optional.empty());
    }
}
