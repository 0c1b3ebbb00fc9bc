package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Session;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.DeviceEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agent after an event. */
record AgentEvolve(Agent agent) implements AgentEvent.Cases<Agent> {

    @Override
    public Agent sessionStarted(AgentEvent.SessionStarted e) {
        return Agent.SIGNED_OUT.with(new Session(List.of(e.binding()), e.grace(), e.offerLost(), false));
    }

    @Override
    public Agent sessionEnded(AgentEvent.SessionEnded e) {
        return Agent.SIGNED_OUT;
    }

    @Override
    public Agent bindingAdded(AgentEvent.BindingAdded e) {
        return session(s -> s.with(e.binding()));
    }

    @Override
    public Agent bindingLost(AgentEvent.BindingLost e) {
        return agent.binding(e.binding()).map(b -> session(s -> s.with(b.gone()))).orElse(agent);
    }

    @Override
    public Agent bindingRemoved(AgentEvent.BindingRemoved e) {
        return session(s -> s.without(e.binding()));
    }

    @Override
    public Agent offersWithdrawn(AgentEvent.OffersWithdrawn e) {
        return session(Session::withOffersWithdrawn);
    }

    @Override
    public Agent channelAdded(AgentEvent.ChannelAdded e) {
        return agent.with(e.channel());
    }

    @Override
    public Agent channelRemoved(AgentEvent.ChannelRemoved e) {
        return agent.without(e.channel());
    }

    @Override
    public Agent channelGroupAdded(AgentEvent.ChannelGroupAdded e) {
        Agent next = agent.with(e.group());
        for (Channel channel : e.channels()) {
            next = next.with(channel);
        }
        return next;
    }

    @Override
    public Agent channelGroupRemoved(AgentEvent.ChannelGroupRemoved e) {
        return agent.without(e.group());
    }

    @Override
    public Agent queuesChanged(AgentEvent.QueuesChanged e) {
        return agent.channel(e.channel()).map(c -> agent.with(c.serving(e.current()))).orElse(agent);
    }

    @Override
    public Agent channelStateChanged(AgentEvent.ChannelStateChanged e) {
        Agent worked = e.work().map(w -> listed(w, e.gone())).orElse(agent);
        return worked.channel(e.channel())
                .map(c -> worked.with(c.serving(e.queues()).with(e.current(), e.resume(), e.at())))
                .orElse(worked);
    }

    @Override
    public Agent pendingStateChanged(AgentEvent.PendingStateChanged e) {
        return agent.channel(e.channel()).map(c -> agent.with(c.waitingFor(e.pending()))).orElse(agent);
    }

    @Override
    public Agent slotFreed(AgentEvent.SlotFreed e) {
        return listed(e.work(), e.gone());
    }

    @Override
    public Agent offerDeclined(AgentEvent.OfferDeclined e) {
        return agent;
    }

    @Override
    public Agent device(DeviceEvent e) {
        return e.matchDevice(new DeviceEvolve(agent));
    }

    private Agent listed(Agent.Work work, boolean gone) {
        return gone ? agent.without(work.interaction()) : agent.with(work);
    }

    private Agent session(UnaryOperator<Session> change) {
        Optional<Session> next = agent.session().map(change);
        return next.map(agent::with).orElse(agent);
    }
}
