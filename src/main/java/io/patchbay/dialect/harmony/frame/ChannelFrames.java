package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.words.HarmonyTargets;
import io.patchbay.model.Action;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.CodeLists;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.GroupId;
import io.patchbay.model.SessionId;
import io.patchbay.rules.agent.AgentActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The frames of an agent's own events: its session, groups, channels, and the channel pair CH (CHOREOGRAPHY A8). */
record ChannelFrames(SessionId session, Agent before, Agent after, CodeLists codes) implements AgentEvent.Cases<List<HarmonyFrame>> {

    @Override
    public List<HarmonyFrame> sessionStarted(AgentEvent.SessionStarted e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> sessionEnded(AgentEvent.SessionEnded e) {
        return List.of(HarmonyFrame.event(session.value(), "session.ended", HarmonyObjects.cause(e.cause())));
    }

    @Override
    public List<HarmonyFrame> bindingAdded(AgentEvent.BindingAdded e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> bindingLost(AgentEvent.BindingLost e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> bindingRemoved(AgentEvent.BindingRemoved e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> channelAdded(AgentEvent.ChannelAdded e) {
        return standalone(e.channel().id());
    }

    @Override
    public List<HarmonyFrame> channelRemoved(AgentEvent.ChannelRemoved e) {
        return List.of(HarmonyFrame.event(was().path(e.channel()), "channel.disposed"));
    }

    @Override
    public List<HarmonyFrame> channelGroupAdded(AgentEvent.ChannelGroupAdded e) {
        return group(e.group());
    }

    @Override
    public List<HarmonyFrame> channelGroupRemoved(AgentEvent.ChannelGroupRemoved e) {
        return List.of(HarmonyFrame.event(was().path(e.group()), "channelgroup.disposed"));
    }

    @Override
    public List<HarmonyFrame> queuesChanged(AgentEvent.QueuesChanged e) {
        return pair(e.channel());
    }

    /** Completing what has ended already may change only what comes after the work at hand, which is not shown. */
    @Override
    public List<HarmonyFrame> channelStateChanged(AgentEvent.ChannelStateChanged e) {
        boolean completed = e.gone() && e.work().filter(work -> !work.isLive()).isPresent();
        return completed && e.previous().equals(e.current()) ? List.of() : pair(e.channel(), e.by());
    }

    @Override
    public List<HarmonyFrame> pendingStateChanged(AgentEvent.PendingStateChanged e) {
        return pair(e.channel(), e.by());
    }

    @Override
    public List<HarmonyFrame> slotFreed(AgentEvent.SlotFreed e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> offerDeclined(AgentEvent.OfferDeclined e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> offersWithdrawn(AgentEvent.OffersWithdrawn e) {
        return List.of();
    }

    @Override
    public List<HarmonyFrame> device(DeviceEvent e) {
        return e.matchDevice(new DeviceFrames(session));
    }

    /** The list of addchannelgroup; also the group's creation frames. The dispositions of its channels come behind the whole list. */
    List<HarmonyFrame> group(Agent.Group group) {
        List<Channel> channels = after.channelsOf(group.id());
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(HarmonyFrame.event(is().path(), "channelgroup.created", HarmonyObjects.group(group)));
        all.add(updated(group.id()));
        channels.forEach(channel -> all.addAll(channel(channel.id())));
        all.add(HarmonyFrame.event(is().path(group.id()), "channelgroup.initialized"));
        channels.forEach(channel -> all.add(dispositions(channel.id())));
        return all;
    }

    /** The list of addchannel; also the creation frames of a channel without a group. */
    List<HarmonyFrame> standalone(ChannelId id) {
        List<HarmonyFrame> all = channel(id);
        all.add(dispositions(id));
        return all;
    }

    /** A channel starts inactive (harmony.md 3); CH tells its true state if that is another (CHOREOGRAPHY A15). */
    private List<HarmonyFrame> channel(ChannelId id) {
        Channel channel = after.channel(id).orElseThrow();
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(HarmonyFrame.event(is().parent(id), "channel.created", HarmonyObjects.channel(channel)));
        all.add(HarmonyFrame.stateUpdated(is().path(id), asCreated(channel)));
        if (channel.isActive()) {
            all.addAll(pair(id));
        }
        all.add(HarmonyFrame.event(is().path(id), "channel.initialized"));
        return all;
    }

    private HarmonyFrame dispositions(ChannelId id) {
        return HarmonyFrame.event(is().path(id), "channel.externaldispositions.updated", HarmonyObjects.dispositions(codes));
    }

    /** CH. */
    private List<HarmonyFrame> pair(ChannelId id) {
        return pair(id, Optional.empty());
    }

    /** @param by the supervisor who did it in the agent's place (CHOREOGRAPHY B5) */
    private List<HarmonyFrame> pair(ChannelId id, Optional<AgentId> by) {
        ObjectNode data = HarmonyObjects.channelInfo(after.channel(id).orElseThrow());
        by.ifPresent(supervisor -> ((ObjectNode) data.get("channel")).put("by", supervisor.value()));
        return List.of(HarmonyFrame.event(is().path(id), "channel.infochanged", data),
                HarmonyFrame.stateUpdated(is().path(id), AgentActions.ofChannel(after, id)));
    }

    private HarmonyFrame updated(GroupId group) {
        return HarmonyFrame.stateUpdated(is().path(group), AgentActions.ofGroup(after, group));
    }

    private static Set<Action> asCreated(Channel channel) {
        Channel created = Channel.created(channel.id(), channel.group(), channel.medium(), channel.endpoint(), channel.allowed(),
                channel.since());
        Agent alone = new Agent(Optional.empty(), List.of(), List.of(created), List.of());
        return AgentActions.ofChannel(alone, channel.id());
    }

    private HarmonyTargets is() {
        return new HarmonyTargets(session, after);
    }

    private HarmonyTargets was() {
        return new HarmonyTargets(session, before);
    }
}
