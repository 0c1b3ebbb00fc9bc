package io.patchbay.rules.queue;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.FollowUp;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.QueueStatus;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a queue's cell (DESIGN 4.12, CHOREOGRAPHY A10). Every command is accepted; after each one all that can be offered is. */
public final class QueueRules implements Rules<Queue, QueueCommand, QueueEvent> {

    @Override
    public Queue initial() {
        return Queue.EMPTY;
    }

    @Override
    public Decision<QueueEvent> decide(Queue queue, QueueCommand command, Stamp stamp) {
        List<QueueEvent> events = new ArrayList<>();
        Queue now = queue;
        for (QueueEvent event : command.match(new QueueChanges(queue, stamp.at()))) {
            now = evolve(now, event, stamp.at());
            events.add(event.with(QueueStatus.of(now)));
        }
        Optional<? extends QueueEvent> next = Matching.next(now);
        while (next.isPresent()) {
            now = evolve(now, next.get(), stamp.at());
            events.add(next.get().with(QueueStatus.of(now)));
            next = Matching.next(now);
        }
        return Decision.all(events);
    }

    @Override
    public Queue evolve(Queue queue, QueueEvent event, Instant at) {
        return event.match(new QueueEvolve(queue, at));
    }

    /** A contact that its selected agent refused is offered to the next one. */
    @Override
    public List<FollowUp> react(Queue before, QueueEvent event, Queue after, Subject self) {
        return event instanceof QueueEvent.ContactOffered offer
                ? after.contact(offer.interaction()).map(contact -> reservation(offer, contact.place(), self)).stream().toList()
                : List.of();
    }

    private static FollowUp reservation(QueueEvent.ContactOffered offer, PartyId place, Subject self) {
        return FollowUp.to(Subject.of(offer.agent()),
                new AgentCommand.Reserve(offer.agent(), offer.interaction(), offer.medium(),
                        Optional.of(new QueuePlace(self.queue(), place)), offer.wrapUp()),
                new QueueCommand.QueueReserveRefused(offer.interaction(), offer.agent(), place));
    }

    @Override
    public Map<String, Duration> deadlines(Queue queue) {
        return OfferHistory.deadlines(queue);
    }
}
