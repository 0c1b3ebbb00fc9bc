package io.patchbay.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A queue in figures. Its size does not depend on how many wait.
 *
 * @param waiting       contacts that no agent has taken, those that alert included
 * @param alerting      those of them that are offered to an agent now
 * @param oldestArrival when the first of them arrived: the longest wait is the time since then; empty if nobody waits
 * @param idleAgents    agents that are ready for its contacts and have none
 * @param media         the same for each medium that has any
 */
public record QueueStatus(int waiting, int alerting, Optional<Instant> oldestArrival, int idleAgents, List<OfMedium> media,
                          Queue.Totals totals) {
    /** Before anything is known. */
    public static final QueueStatus NONE = new QueueStatus(0, 0, Optional.empty(), 0, List.of(), Queue.Totals.NONE);

    /** The figures of one medium. */
    public record OfMedium(Medium medium, int waiting, int alerting, Optional<Instant> oldestArrival, int idleAgents) {
        private static OfMedium of(Queue.Contact contact) {
            return new OfMedium(contact.medium(), 1, contact.offeredTo().isPresent() ? 1 : 0, Optional.of(contact.arrivedAt()), 0);
        }

        private static OfMedium of(Queue.Idle agent) {
            return new OfMedium(agent.medium(), 0, 0, Optional.empty(), 1);
        }

        /** @param later contacts come in the order of their arrival */
        private OfMedium plus(OfMedium later) {
            return new OfMedium(medium, waiting + later.waiting, alerting + later.alerting, oldestArrival.or(later::oldestArrival),
                    idleAgents + later.idleAgents);
        }
    }

    /** Looks at each contact and each idle agent once. */
    public static QueueStatus of(Queue queue) {
        Map<Medium, OfMedium> counts = new EnumMap<>(Medium.class);
        queue.contacts().forEach(contact -> counts.merge(contact.medium(), OfMedium.of(contact), OfMedium::plus));
        queue.idle().forEach(agent -> counts.merge(agent.medium(), OfMedium.of(agent), OfMedium::plus));
        List<OfMedium> media = List.copyOf(counts.values());
        return new QueueStatus(queue.contacts().size(), media.stream().mapToInt(OfMedium::alerting).sum(),
                queue.contacts().stream().findFirst().map(Queue.Contact::arrivedAt),
                (int) queue.idle().stream().map(Queue.Idle::agent).distinct().count(), media, queue.totals());
    }
}
