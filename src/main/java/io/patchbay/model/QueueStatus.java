package io.patchbay.model;

import java.time.Instant;
import java.util.ArrayList;
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
    public record OfMedium(Medium medium, int waiting, int alerting, Optional<Instant> oldestArrival, int idleAgents) { }

    /** Looks at each contact and each idle agent once. */
    public static QueueStatus of(Queue queue) {
        Map<Medium, Count> counts = new EnumMap<>(Medium.class);
        queue.contacts().forEach(contact -> counts.computeIfAbsent(contact.medium(), medium -> new Count()).add(contact));
        queue.idle().forEach(agent -> counts.computeIfAbsent(agent.medium(), medium -> new Count()).idle++);
        List<OfMedium> media = new ArrayList<>();
        counts.forEach((medium, count) -> media.add(new OfMedium(medium, count.waiting, count.alerting, count.oldest, count.idle)));
        return new QueueStatus(queue.contacts().size(), media.stream().mapToInt(OfMedium::alerting).sum(),
                queue.contacts().stream().findFirst().map(Queue.Contact::arrivedAt),
                (int) queue.idle().stream().map(Queue.Idle::agent).distinct().count(), List.copyOf(media), queue.totals());
    }

    private static final class Count {
        private int waiting;
        private int alerting;
        private int idle;
        private Optional<Instant> oldest = Optional.empty();

        /** They come in the order of their arrival. */
        void add(Queue.Contact contact) {
            waiting++;
            alerting += contact.offeredTo().isPresent() ? 1 : 0;
            oldest = oldest.or(() -> Optional.of(contact.arrivedAt()));
        }
    }
}
