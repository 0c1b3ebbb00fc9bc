package io.patchbay.rules.queue;

import io.patchbay.model.AgentId;
import io.patchbay.model.Medium;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Idle;
import io.patchbay.model.Queue.Tried;
import io.patchbay.model.Queue.Tried.Why;
import io.patchbay.model.QueueEvent.ContactOffered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The next offer: the contact that arrived first and can be taken, to the agent that has been idle longest and may take it. */
final class Matching {

    private Matching() { }

    /** Looks at each idle agent once, then only at those of the medium of a contact. */
    static Optional<ContactOffered> next(Queue queue) {
        Map<Medium, List<Idle>> idle = queue.idle().stream().collect(Collectors.groupingBy(Idle::medium));
        Map<Medium, Set<AgentId>> offered = queue.contacts().stream().filter(c -> c.offeredTo().isPresent())
                .collect(Collectors.groupingBy(Contact::medium, Collectors.mapping(c -> c.offeredTo().get(), Collectors.toSet())));
        return queue.contacts().stream().filter(c -> c.offeredTo().isEmpty())
                .flatMap(c -> offer(c, idle.getOrDefault(c.medium(), List.of()), offered.getOrDefault(c.medium(), Set.of())).stream())
                .findFirst();
    }

    /** Both lists are of the contact's medium. An agent has one offer at a time: two cells tell that it came to nothing, in any order. */
    private static Optional<ContactOffered> offer(Contact contact, List<Idle> idle, Set<AgentId> offered) {
        return idle.stream().map(Idle::agent).filter(agent -> !offered.contains(agent) && mayTake(contact, agent, idle)).findFirst()
                .map(agent -> new ContactOffered(contact.interaction(), agent, contact.wrapUp(), contact.medium()));
    }

    private static boolean mayTake(Contact contact, AgentId agent, List<Idle> idle) {
        return OfferHistory.of(contact, agent).filter(t -> !t.is(Why.PASSED) || !othersHadIt(contact, agent, idle)).isEmpty();
    }

    /**
     * Every other idle agent that can take it has let it pass since this one did, and there is one (CHOREOGRAPHY A10). Two who cannot take
     * it would be asked in turns for ever.
     */
    private static boolean othersHadIt(Contact contact, AgentId agent, List<Idle> idle) {
        List<AgentId> tried = contact.tried().stream().map(Tried::agent).toList();
        List<AgentId> since = tried.subList(tried.indexOf(agent) + 1, tried.size());
        List<AgentId> others = idle.stream().map(Idle::agent).filter(a -> !a.equals(agent))
                .filter(a -> OfferHistory.of(contact, a).filter(t -> t.is(Why.UNUSABLE)).isEmpty()).toList();
        return !others.isEmpty() && since.containsAll(others);
    }
}
