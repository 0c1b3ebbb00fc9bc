package io.patchbay.grid;

import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.KafkaRecord;
import io.patchbay.publish.Offset;
import io.patchbay.publish.Outbound;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Sends cells to Kafka: at most one unacknowledged batch for a subject, events in number order, snapshots after them. */
final class Records {
    private final EventRecords records;
    private final Outbound outbound;
    private final Map<Subject, List<Offset>> lastOffsets = new ConcurrentHashMap<>();

    Records(EventRecords records, Outbound outbound) {
        this.records = records;
        this.outbound = outbound;
    }

    /** Sends the events after that number. Completes when Kafka has acknowledged them. */
    CompletionStage<?> events(Cell cell, long after) {
        List<KafkaRecord> batch = cell.events().stream().filter(e -> e.number() > after)
                .map(e -> records.event(cell.subject(), cell.era(), e)).toList();
        return outbound.send(batch).thenAccept(offsets -> {
            lastOffsets.put(cell.subject(), offsets);
            SessionEnds.write(cell, after);
        });
    }

    CompletionStage<?> snapshot(Cell cell) {
        List<Offset> offsets = lastOffsets.getOrDefault(cell.subject(), List.of());
        List<Offset> last = offsets.isEmpty() ? offsets : offsets.subList(offsets.size() - 1, offsets.size());
        EventRecords.StateSnapshot snapshot = new EventRecords.StateSnapshot(cell.era(), cell.number(), last, cell.state());
        return outbound.send(List.of(records.snapshot(cell.subject(), snapshot, cell.events().get(cell.events().size() - 1).at())));
    }

    CompletionStage<?> tombstone(Subject subject) {
        return outbound.send(List.of(records.tombstone(subject)));
    }

    void forget(Subject subject) {
        lastOffsets.remove(subject);
    }
}
