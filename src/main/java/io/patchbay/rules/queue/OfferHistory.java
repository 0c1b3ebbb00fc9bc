package io.patchbay.rules.queue;

import io.patchbay.model.AgentId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Tried;
import io.patchbay.model.QueueEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agents that did not accept a contact, until {@code offer.again} has passed. A deadline removes an attempt, not the clock (DESIGN
 * 4.4). Its id holds the time of the attempt, so each attempt has its own.
 */
final class OfferHistory {
    private static final String AGAIN = "again:";

    private OfferHistory() { }

    static Optional<Tried> of(Contact contact, AgentId agent) {
        return contact.tried().stream().filter(t -> t.agent().equals(agent)).findFirst();
    }

    /** The latest last, one an agent. */
    static List<Tried> with(Contact contact, Tried latest) {
        List<Tried> next = new ArrayList<>(without(contact, latest.agent()));
        next.add(latest);
        return next;
    }

    static List<Tried> without(Contact contact, AgentId agent) {
        return contact.tried().stream().filter(t -> !t.agent().equals(agent)).toList();
    }

    static Map<String, Duration> deadlines(Queue queue) {
        Map<String, Duration> deadlines = new HashMap<>();
        for (Contact contact : queue.contacts()) {
            contact.tried().forEach(t -> deadlines.put(id(contact, t), contact.terms().offerAgain()));
        }
        return deadlines;
    }

    /** Nothing where the try is no longer known. */
    static List<QueueEvent> passed(Queue queue, String deadline) {
        return queue.contacts().stream()
                .flatMap(c -> c.tried().stream().filter(t -> id(c, t).equals(deadline))
                        .<QueueEvent>map(t -> new QueueEvent.TryForgotten(c.interaction(), t.agent())))
                .toList();
    }

    private static String id(Contact contact, Tried tried) {
        return AGAIN + contact.interaction() + ":" + tried.agent() + ":" + tried.at().toEpochMilli();
    }
}
