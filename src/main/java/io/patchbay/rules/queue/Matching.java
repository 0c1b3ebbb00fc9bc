package io.patchbay.rules.queue;

import io.patchbay.model.AgentId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Idle;
import io.patchbay.model.Queue.Tried;
import io.patchbay.model.Queue.Tried.Why;
import io.patchbay.model.QueueEvent.ContactOffered;
import java.util.List;
import java.util.Optional;

/** The next offer: the contact that arrived first and can be taken, to the agent that has been idle longest and may take it. */
final class Matching {

    private Matching() { }

    static Optional<ContactOffered> next(Queue queue) {
        return queue.contacts().stream().filter(c -> c.offeredTo().isEmpty()).flatMap(c -> offer(queue, c).stream()).findFirst();
    }

    private static Optional<ContactOffered> offer(Queue queue, Contact contact) {
        return queue.idle().stream().filter(i -> mayTake(queue, i, contact)).findFirst()
                .map(i -> new ContactOffered(contact.interaction(), i.agent(), contact.wrapUp(), contact.medium()));
    }

    static boolean mayTake(Queue queue, Idle agent, Contact contact) {
        return agent.medium() == contact.medium()
                && !isOffered(queue, agent)
                && OfferHistory.of(contact, agent.agent()).filter(t -> !t.is(Why.PASSED) || !othersHadIt(queue, agent, contact)).isEmpty();
    }

    /** One offer of a medium at a time: whether it came to nothing is told by two cells, in any order. */
    private static boolean isOffered(Queue queue, Idle agent) {
        return queue.contacts().stream()
                .anyMatch(c -> c.medium() == agent.medium() && c.offeredTo().filter(agent.agent()::equals).isPresent());
    }

    /**
     * Every other idle agent that can take it has let it pass since this one did, and there is one (CHOREOGRAPHY A10). Two who cannot take
     * it would be asked in turns for ever.
     */
    private static boolean othersHadIt(Queue queue, Idle agent, Contact contact) {
        List<AgentId> tried = contact.tried().stream().map(Tried::agent).toList();
        List<AgentId> since = tried.subList(tried.indexOf(agent.agent()) + 1, tried.size());
        List<AgentId> others = queue.idle().stream().filter(i -> i.medium() == contact.medium()).map(Idle::agent)
                .filter(a -> !a.equals(agent.agent()))
                .filter(a -> OfferHistory.of(contact, a).filter(t -> t.is(Why.UNUSABLE)).isEmpty()).toList();
        return !others.isEmpty() && since.containsAll(others);
    }
}
