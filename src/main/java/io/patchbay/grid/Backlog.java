package io.patchbay.grid;

import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The events of the cells of this member that Kafka has not acknowledged. Only cells with such events are kept. Thread-safe. */
final class Backlog {
    private final Map<Subject, Behind> behind = new ConcurrentHashMap<>();

    /** @param since the time of the first event after the acknowledged number */
    private record Behind(long acknowledged, long events, Optional<Instant> since) { }

    /** @param acknowledged the number up to which Kafka has the events of the cell */
    void note(Cell cell, long acknowledged) {
        if (acknowledged >= cell.number()) {
            behind.remove(cell.subject());
        } else {
            behind.compute(cell.subject(), (subject, before) -> new Behind(acknowledged, cell.number() - acknowledged,
                    before != null && before.acknowledged() == acknowledged ? before.since() : since(cell, acknowledged)));
        }
    }

    private static Optional<Instant> since(Cell cell, long acknowledged) {
        return cell.events().stream().filter(event -> event.number() > acknowledged).findFirst().map(Recorded::at);
    }

    /** The cell is gone, or another member owns it. */
    void forget(Subject subject) {
        behind.remove(subject);
    }

    long events() {
        return behind.values().stream().mapToLong(Behind::events).sum();
    }

    /** The time of the oldest event. Empty if there is none. */
    Optional<Instant> oldest() {
        return behind.values().stream().flatMap(each -> each.since().stream()).min(Comparator.naturalOrder());
    }
}
