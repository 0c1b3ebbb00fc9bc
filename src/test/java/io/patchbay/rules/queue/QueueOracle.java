package io.patchbay.rules.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Contact;
import io.patchbay.model.Queue.Idle;
import io.patchbay.model.Queue.Tried;
import java.util.List;
import java.util.Optional;

/** CHOREOGRAPHY A10 in other words than the rules' own. */
public final class QueueOracle {

    private QueueOracle() { }

    /** No contact waits that an idle agent may be offered. */
    public static void nobodyWaitsForNothing(Queue queue) {
        for (Contact contact : queue.contacts()) {
            if (contact.offeredTo().isEmpty()) {
                assertThat(candidates(queue, contact)).as("who may take %s", contact).isEmpty();
            }
        }
    }

    /** The agents that may be offered the contact, the longest idle first. */
    public static List<AgentId> candidates(Queue queue, Contact contact) {
        return queue.idle().stream().filter(i -> i.medium() == contact.medium()).filter(i -> outstanding(queue, i) == 0)
                .filter(i -> lastTry(contact, i.agent()) < 0 || !isUnusable(contact, i.agent()) && isPassedBy(queue, contact, i))
                .sorted((a, b) -> a.since().compareTo(b.since())).map(Idle::agent).toList();
    }

    static long outstanding(Queue queue, Idle agent) {
        return queue.contacts().stream()
                .filter(c -> c.medium() == agent.medium() && c.offeredTo().equals(Optional.of(agent.agent()))).count();
    }

    /** The others had it after this one: at least one other, and of none the last try is older. */
    private static boolean isPassedBy(Queue queue, Contact contact, Idle agent) {
        int mine = lastTry(contact, agent.agent());
        List<Idle> others = queue.idle().stream().filter(i -> i.medium() == agent.medium() && !i.agent().equals(agent.agent()))
                .filter(i -> !isUnusable(contact, i.agent())).toList();
        return !others.isEmpty() && others.stream().allMatch(o -> lastTry(contact, o.agent()) > mine);
    }

    private static boolean isUnusable(Contact contact, AgentId agent) {
        return contact.tried().stream().anyMatch(t -> t.agent().equals(agent) && t.why() == Tried.Why.UNUSABLE);
    }

    private static int lastTry(Contact contact, AgentId agent) {
        return contact.tried().stream().map(Tried::agent).toList().lastIndexOf(agent);
    }
}
