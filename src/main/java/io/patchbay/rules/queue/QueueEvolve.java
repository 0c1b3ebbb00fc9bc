package io.patchbay.rules.queue;

import io.patchbay.model.AgentId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Idle;
import io.patchbay.model.Queue.Tried;
import io.patchbay.model.QueueEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The queue after an event. Both lists stay sorted; equal times keep the order of coming. */
record QueueEvolve(Queue queue, Instant at) implements QueueEvent.Cases<Queue> {

    /** Kept to the millisecond, as the event is told with. */
    @Override
    public Queue opened(QueueEvent.QueueOpened e) {
        return queue.counted(queue.totals().open(Instant.ofEpochMilli(at.toEpochMilli())));
    }

    @Override
    public Queue arrived(QueueEvent.ContactQueued e) {
        List<Contact> contacts = Stream.concat(queue.contacts().stream(), Stream.of(e.contact()))
                .sorted(Comparator.comparing(Contact::arrivedAt)).toList();
        return queue.with(contacts, queue.idle()).counted(queue.totals().arrival());
    }

    @Override
    public Queue offered(QueueEvent.ContactOffered e) {
        return change(e.interaction(), c -> c.offeredTo(Optional.of(e.agent())), without(e.agent(), e.medium()))
                .counted(queue.totals().offer());
    }

    @Override
    public Queue returned(QueueEvent.ContactReturned e) {
        return change(e.interaction(), c -> e.tried().map(why -> c.tried(OfferHistory.with(c, new Tried(e.agent(), e.at(), why)))).orElse(c)
                .offeredTo(Optional.empty()), queue.idle()).counted(queue.totals().offerReturned());
    }

    @Override
    public Queue left(QueueEvent.ContactLeft e) {
        return queue.with(queue.contacts().stream().filter(c -> !c.interaction().equals(e.interaction())).toList(), queue.idle())
                .counted(queue.totals().exit(e.why()));
    }

    @Override
    public Queue tryForgotten(QueueEvent.TryForgotten e) {
        return change(e.interaction(), c -> c.tried(OfferHistory.without(c, e.agent())), queue.idle());
    }

    @Override
    public Queue idle(QueueEvent.AgentBecameIdle e) {
        List<Idle> others = without(e.agent().agent(), e.agent().medium());
        return queue.with(queue.contacts(),
                Stream.concat(others.stream(), Stream.of(e.agent())).sorted(Comparator.comparing(Idle::since)).toList());
    }

    @Override
    public Queue notIdle(QueueEvent.AgentNoLongerIdle e) {
        return queue.with(queue.contacts(), without(e.agent(), e.medium()));
    }

    private List<Idle> without(AgentId agent, Medium medium) {
        return queue.idle().stream().filter(i -> !i.agent().equals(agent) || i.medium() != medium).toList();
    }

    private Queue change(InteractionId interaction, UnaryOperator<Contact> change, List<Idle> idle) {
        return queue.with(queue.contacts().stream().map(c -> c.interaction().equals(interaction) ? change.apply(c) : c).toList(), idle);
    }
}
