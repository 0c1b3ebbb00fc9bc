package io.patchbay.rules.agent;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.GroupId;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Channels and groups of them coming and going. Whether an extension or a queue is the agent's to use is the border's question, which
 * has the directory.
 */
record Channels(Agent agent, Stamp stamp) {
    /** The endpoint of a group's channels that are not voice: all queues of the agent (BINDINGS, Harmony groups). */
    private static final String ALL = "*";
    /** No desktop has so many, and each is in every step of the agent's cell: a cell does not grow without end (DESIGN 4). */
    static final int MOST = 32;

    Decision<AgentEvent> add(AgentCommand.AddChannel c) {
        if (!Address.fits(c.endpoint())) {
            return Decision.refuse(Reason.INVALID_DATA, "The endpoint of a channel must be an extension, a queue or an address.");
        }
        if (agent.channels().size() >= MOST) {
            return Decision.refuse(Reason.WRONG_STATE, "The agent has " + MOST + " channels, the most allowed. Remove one first.");
        }
        return exists(c.medium(), c.endpoint())
                ? Decision.refuse(Reason.WRONG_STATE, "The agent already has a channel of this medium for " + c.endpoint() + ".")
                : Decision.accept(new AgentEvent.ChannelAdded(channel(Optional.empty(), c.medium(), c.endpoint(), c.queues())));
    }

    Decision<AgentEvent> addGroup(AgentCommand.AddChannelGroup c) {
        if (!Address.fits(c.name()) || new HashSet<>(c.media()).size() < c.media().size()) {
            return Decision.refuse(Reason.INVALID_DATA, "A channel group needs an extension and at most one channel for each medium.");
        }
        if (agent.groups().stream().anyMatch(g -> g.name().equals(c.name()))
                || c.media().stream().anyMatch(m -> exists(m, endpoint(m, c.name())))) {
            return Decision.refuse(Reason.WRONG_STATE, "The agent already has channel group " + c.name() + " or one of its channels.");
        }
        GroupId id = new GroupId(Ids.part(stamp.id(), "group"));
        List<Channel> channels = c.media().stream()
                .map(m -> channel(Optional.of(id), m, endpoint(m, c.name()), c.queues())).toList();
        return Decision.accept(new AgentEvent.ChannelGroupAdded(new Agent.Group(id, c.name()), channels));
    }

    Decision<AgentEvent> remove(AgentCommand.RemoveChannel c) {
        Optional<Channel> channel = agent.channel(c.channel());
        if (channel.isEmpty()) {
            return AgentRefusals.noChannel(c.channel());
        }
        if (channel.get().group().isPresent()) {
            return Decision.refuse(Reason.WRONG_STATE, "The channel belongs to a group. Remove the group instead.");
        }
        return atWork(List.of(channel.get())) ? AgentRefusals.atWork(c.channel()) : Decision.all(removal(channel.get()));
    }

    Decision<AgentEvent> removeGroup(AgentCommand.RemoveChannelGroup c) {
        if (agent.group(c.group()).isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN, "The agent has no channel group " + c.group() + ".");
        }
        List<Channel> channels = agent.channelsOf(c.group());
        if (atWork(channels)) {
            return Decision.refuse(Reason.WRONG_STATE, "A channel of the group has a contact. Finish the contact first.");
        }
        List<AgentEvent> events = new ArrayList<>();
        channels.forEach(channel -> events.addAll(removal(channel)));
        events.add(new AgentEvent.ChannelGroupRemoved(c.group()));
        return Decision.all(events);
    }

    private List<AgentEvent> removal(Channel channel) {
        AgentEvent removed = new AgentEvent.ChannelRemoved(channel.id());
        return channel.isActive()
                ? List.of(AgentChanges.wished(channel, Presence.INACTIVE, List.of(), stamp.at()), removed)
                : List.of(removed);
    }

    private boolean atWork(List<Channel> channels) {
        return channels.stream().anyMatch(c -> !agent.liveOn(c.id()).isEmpty());
    }

    private boolean exists(Medium medium, String endpoint) {
        return agent.channels().stream().anyMatch(c -> c.medium() == medium && c.endpoint().equals(endpoint));
    }

    private static String endpoint(Medium medium, String extension) {
        return medium == Medium.VOICE ? extension : ALL;
    }

    private Channel channel(Optional<GroupId> group, Medium medium, String endpoint, List<QueueName> queues) {
        return Channel.created(Ids.channel(stamp.id(), medium), group, medium, endpoint, queues, stamp.at());
    }
}
