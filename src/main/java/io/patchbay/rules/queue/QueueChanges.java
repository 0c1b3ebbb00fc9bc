package io.patchbay.rules.queue;

import io.patchbay.model.AgentId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Idle;
import io.patchbay.model.Queue.Tried.Why;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The direct changes of each command, before any offer. Empty for a repeated or late command. */
record QueueChanges(Queue queue, Instant at) implements QueueCommand.Cases<List<QueueEvent>> {

    @Override
    public List<QueueEvent> open(QueueCommand.Open c) {
        return queue.totals().since().isPresent() ? List.of() : List.of(new QueueEvent.QueueOpened());
    }

    @Override
    public List<QueueEvent> enqueue(QueueCommand.Enqueue c) {
        return queue.contact(c.interaction()).isPresent() ? List.of() : List.of(new QueueEvent.ContactQueued(
                new Contact(c.interaction(), c.medium(), c.arrivedAt(), c.wrapUp(), c.terms(), c.place(), Optional.empty(), List.of())));
    }

    @Override
    public List<QueueEvent> giveBack(QueueCommand.GiveBack c) {
        return returned(c.interaction(), c.tried(), c.place(), Optional.of(c.why()));
    }

    @Override
    public List<QueueEvent> leave(QueueCommand.Leave c) {
        return queue.contact(c.interaction()).isPresent() ? List.of(new QueueEvent.ContactLeft(c.interaction(), c.why())) : List.of();
    }

    @Override
    public List<QueueEvent> agentIdle(QueueCommand.AgentIdle c) {
        Idle idle = new Idle(c.agent(), c.medium(), c.since());
        return queue.idle().contains(idle) ? List.of() : List.of(new QueueEvent.AgentBecameIdle(idle));
    }

    @Override
    public List<QueueEvent> agentNotIdle(QueueCommand.AgentNotIdle c) {
        return queue.idle().stream().anyMatch(i -> i.agent().equals(c.agent()) && i.medium() == c.medium())
                ? List.of(new QueueEvent.AgentNoLongerIdle(c.agent(), c.medium()))
                : List.of();
    }

    /** The agent left the idle list when it was picked. If it is there again, it became idle after that, and stays. */
    @Override
    public List<QueueEvent> reserveRefused(QueueCommand.QueueReserveRefused c) {
        return returned(c.interaction(), c.agent(), c.place(), Optional.empty());
    }

    @Override
    public List<QueueEvent> deadline(QueueCommand.QueueDeadline c) {
        return OfferHistory.passed(queue, c.id());
    }

    private List<QueueEvent> returned(InteractionId interaction, AgentId agent, PartyId place, Optional<Why> tried) {
        return queue.contact(interaction).filter(c -> c.place().equals(place)).flatMap(Contact::offeredTo).filter(agent::equals).isPresent()
                ? List.of(new QueueEvent.ContactReturned(interaction, agent, at, tried))
                : List.of();
    }
}
