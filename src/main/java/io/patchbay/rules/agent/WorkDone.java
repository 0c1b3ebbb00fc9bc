package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.agent.Slots.Presences;
import java.util.List;
import java.util.Optional;

/**
 * Work that was taken, is over, or is completed, as its interaction says. Each is one event, or none where nothing changes. What names
 * another channel than the agent has the work on is of an earlier session: the agent signed out, came back and was offered it again
 * before it arrived.
 */
record WorkDone(Agent agent, Stamp stamp) {

    Decision<AgentEvent> engage(AgentCommand.Engage c) {
        Optional<Work> work = work(c.interaction(), c.channel());
        if (work.isEmpty()) {
            return Decision.refuse(Reason.NOT_MINE, "The agent does not have interaction " + c.interaction() + ".");
        }
        if (work.get().phase() != Work.Phase.RESERVED) {
            return Decision.accept();
        }
        Work taken = work.get().in(Work.Phase.ACTIVE);
        Channel channel = agent.channel(taken.channel()).orElseThrow();
        Presences presences = Slots.presences(channel, agent.with(taken).liveOn(channel.id()), Slots.idle(channel));
        return Decision.accept(AgentChanges.worked(channel, presences, stamp.at(), taken, false));
    }

    /** It frees a slot. The channel reports this in any case (CHOREOGRAPHY B6), because it has room again. */
    Decision<AgentEvent> release(AgentCommand.Release c) {
        Optional<Work> work = work(c.interaction(), c.channel()).filter(Work::isLive);
        if (work.isEmpty()) {
            return Decision.accept();
        }
        Channel channel = agent.channel(work.get().channel()).orElseThrow();
        List<Work> left = others(work.get()).stream().filter(Work::isLive).toList();
        boolean wrapUp = c.kept() && work.get().wrapUp() && left.isEmpty() && takesAfterCallWork(channel);
        Presences presences = Slots.presences(channel, left, wrapUp ? Presence.AFTER_CALL_WORK : Slots.idle(channel));
        Work ended = c.kept() ? work.get().in(Work.Phase.ENDED) : work.get();
        return Decision.accept(AgentChanges.worked(channel, presences, stamp.at(), ended, !c.kept()));
    }

    /** An interaction that returned to an agent before its completion is still to be completed. */
    Decision<AgentEvent> takeBack(AgentCommand.TakeBack c) {
        Optional<Work> work = work(c.interaction(), c.channel()).filter(Work::isLive);
        if (work.isEmpty()) {
            return Decision.accept();
        }
        Channel channel = agent.channel(work.get().channel()).orElseThrow();
        List<Work> left = others(work.get()).stream().filter(Work::isLive).toList();
        boolean again = work.get().again();
        Work was = again ? work.get().in(Work.Phase.ENDED).again(false) : work.get();
        return Decision.accept(
                AgentChanges.takenBack(channel, Slots.presences(channel, left, Slots.idle(channel)), stamp.at(), was, !again, c.ask()));
    }

    /**
     * After-call work is over with the last interaction it is for, also where another call has interrupted it. Where the agent has the
     * same interaction once more, the earlier part alone is over.
     * What is completed while it goes on frees its slot too.
     */
    Decision<AgentEvent> forget(AgentCommand.Forget c) {
        Optional<Work> anew = agent.work(c.interaction()).filter(w -> w.phase() == Work.Phase.RESERVED);
        if (anew.isPresent()) {
            return Decision.all(anew.filter(Work::again).map(w -> new AgentEvent.SlotFreed(w.again(false), false)).stream().toList());
        }
        Optional<Work> work = work(c.interaction(), c.channel());
        if (work.isEmpty()) {
            return Decision.accept();
        }
        Optional<Channel> found = agent.channel(work.get().channel());
        if (found.isEmpty()) {
            return Decision.accept(new AgentEvent.SlotFreed(work.get(), true));
        }
        Channel channel = found.get();
        List<Work> left = others(work.get()).stream().filter(Work::isLive).toList();
        Presences presences = Slots.presences(channel, left, Slots.idle(channel));
        Presences next = endsAfterCallWork(work.get()) ? wrappedUp(presences) : presences;
        boolean same = !work.get().isLive() && next.equals(new Presences(channel.presence(), channel.resume()));
        return Decision.accept(same ? new AgentEvent.SlotFreed(work.get(), true)
                : AgentChanges.worked(channel, next, stamp.at(), work.get(), true));
    }

    private Optional<Work> work(InteractionId interaction, ChannelId channel) {
        return agent.work(interaction).filter(w -> w.channel().equals(channel)).map(Work::untimed);
    }

    /** Not where the agent asked for another state meanwhile; with room for more contacts that may have been while not at work. */
    private static boolean takesAfterCallWork(Channel channel) {
        return channel.presence().atWork() ? channel.pending().isEmpty() : channel.presence().is(ChannelState.READY);
    }

    private boolean endsAfterCallWork(Work work) {
        return wraps(work) && others(work).stream().noneMatch(WorkDone::wraps);
    }

    private static boolean wraps(Work work) {
        return work.wrapUp() && !work.isLive();
    }

    private static Presences wrappedUp(Presences presences) {
        return new Presences(ready(presences.now()), ready(presences.later()));
    }

    private static Presence ready(Presence presence) {
        return presence.is(ChannelState.AFTER_CALL_WORK) ? Presence.READY : presence;
    }

    private List<Work> others(Work work) {
        InteractionId id = work.interaction();
        return agent.without(id).work().stream().filter(w -> w.channel().equals(work.channel())).toList();
    }
}
