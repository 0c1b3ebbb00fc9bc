package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.DataCommand;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.FollowUp;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.Subject;
import io.patchbay.rules.agent.Idleness.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Follow-ups to interactions and queues after an event of the agent. Interactions come first. */
record Reactions(Agent before, Agent after, AgentId self) {

    List<FollowUp> to(AgentEvent event) {
        List<FollowUp> all = new ArrayList<>();
        if (event instanceof AgentEvent.SessionEnded ended) {
            before.work().forEach(w -> all.add(FollowUp.to(Subject.of(w.interaction()), new OfferCommand.AgentLeft(self, ended.cause()))));
        }
        if (event instanceof AgentEvent.ChannelStateChanged changed) {
            changed.work().ifPresent(work -> changed.ask().ifPresent(ask -> all.add(asked(work, ask))));
        }
        Completion.due(after).stream().filter(id -> !Completion.due(before).contains(id))
                .forEach(id -> all.add(FollowUp.to(Subject.of(id), new DataCommand.Complete(self))));
        if (event instanceof AgentEvent.OfferDeclined declined) {
            declined(declined, all);
        }
        if (event instanceof AgentEvent.OffersWithdrawn withdrawn) {
            withdrawn.interactions().forEach(id -> all.add(FollowUp.to(Subject.of(id), new OfferCommand.AgentAbsent(self))));
        }
        if (event instanceof DeviceEvent.CallForwarded forwarded) {
            all.add(FollowUp.to(Subject.of(forwarded.interaction()),
                    new OfferCommand.Divert(self, forwarded.extension(), forwarded.to())));
        }
        queues(before.work().stream().anyMatch(work -> work.isLive() && !isLive(work)), all);
        if (event instanceof AgentEvent.ChannelStateChanged changed) {
            changed.work().ifPresent(work -> changed.refused().ifPresent(ask -> all.addAll(refused(work, ask))));
        }
        return all;
    }

    private static FollowUp asked(Work work, OfferCommand ask) {
        return FollowUp.to(Subject.of(work.interaction()), ask, new AgentCommand.TakeBack(work.interaction(), work.channel(), ask));
    }

    /**
     * Nobody else tells the queue that its offer came to nothing. The agent cannot be used for it: a queue that has not heard yet that the
     * interaction waits no more would offer it to the same agent again and again.
     */
    private List<FollowUp> refused(Work work, OfferCommand ask) {
        return ask instanceof OfferCommand.Alert alert
                ? alert.queue().map(q -> FollowUp.to(Subject.of(q.queue()),
                        new QueueCommand.GiveBack(work.interaction(), self, q.place(), Queue.Tried.Why.UNUSABLE))).stream().toList()
                : List.of();
    }

    /** The queue took the agent off its list when it picked it. */
    private void declined(AgentEvent.OfferDeclined offer, List<FollowUp> all) {
        Subject queue = Subject.of(offer.queue());
        all.add(FollowUp.to(queue, new QueueCommand.GiveBack(offer.interaction(), self, offer.place(), Queue.Tried.Why.UNUSABLE)));
        Idleness.of(after).forEach((service, since) -> {
            if (service.equals(new Service(offer.queue(), offer.medium()))) {
                all.add(FollowUp.to(queue, new QueueCommand.AgentIdle(self, offer.medium(), since)));
            }
        });
    }

    private boolean isLive(Work work) {
        return after.work(work.interaction()).filter(Work::isLive).isPresent();
    }

    /**
     * @param freed a slot was freed: a queue whose offer of that very interaction was refused has lost sight of the agent, so all are
     *              told once more
     */
    private void queues(boolean freed, List<FollowUp> all) {
        Map<Service, Instant> was = Idleness.of(before);
        Map<Service, Instant> is = Idleness.of(after);
        was.keySet().stream().filter(s -> !is.containsKey(s))
                .forEach(s -> all.add(FollowUp.to(Subject.of(s.queue()), new QueueCommand.AgentNotIdle(self, s.medium()))));
        is.forEach((s, since) -> {
            if (freed || !since.equals(was.get(s))) {
                all.add(FollowUp.to(Subject.of(s.queue()), new QueueCommand.AgentIdle(self, s.medium(), since)));
            }
        });
    }
}
