package io.patchbay.rules.agent;

import io.patchbay.model.Action;
import io.patchbay.model.Agent;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.GroupId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The actions on session, groups and channels of an agent: exactly those that {@link AgentRules} accepts next (B7). */
public final class AgentActions {

    private AgentActions() { }

    public static Set<Action> ofSession(Agent agent) {
        return EnumSet.of(agent.isSignedIn() ? Action.END_SESSION : Action.START_SESSION);
    }

    /** None for a group the agent does not have. */
    public static Set<Action> ofGroup(Agent agent, GroupId group) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        if (agent.group(group).isPresent()) {
            actions.add(Action.ACTIVATE_ALL);
            if (agent.channelsOf(group).stream().allMatch(c -> agent.liveOn(c.id()).isEmpty())) {
                actions.add(Action.DEACTIVATE_ALL);
            }
        }
        return actions;
    }

    /** None for a channel the agent does not have. */
    public static Set<Action> ofChannel(Agent agent, ChannelId id) {
        Optional<Channel> channel = agent.channel(id);
        return channel.map(c -> c.isActive() ? active(agent, c) : EnumSet.of(Action.ACTIVATE_CHANNEL))
                .orElseGet(() -> EnumSet.noneOf(Action.class));
    }

    private static EnumSet<Action> active(Agent agent, Channel channel) {
        EnumSet<Action> actions = EnumSet.of(Action.SET_NOT_READY);
        if (agent.liveOn(channel.id()).isEmpty()) {
            actions.add(Action.DEACTIVATE_CHANNEL);
        }
        if (!channel.presence().is(ChannelState.READY)) {
            actions.add(Action.SET_READY);
        }
        if (channel.medium() == Medium.VOICE && agent.call().isEmpty()) {
            actions.add(Action.MAKE_CALL);
        }
        return actions;
    }
}
