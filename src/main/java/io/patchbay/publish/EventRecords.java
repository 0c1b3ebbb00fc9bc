package io.patchbay.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueStatus;
import io.patchbay.model.Recorded;
import io.patchbay.model.Rejected;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Events and snapshots as records: {@link CloudEventHeaders}, and the members of the event as value (BINDINGS, canonical events).
 * {@code id} is {@code <subject>/<era>-<number>}, and a consumer drops repeats by subject and number. The snapshot after that event has
 * the id {@code <subject>/<era>-<number>/state}. A rejected message is a record, too.
 */
public final class EventRecords {
    /** The type of a rejected message. */
    public static final String REJECTED = "cti.rejected.v1";
    /** The end of the id of a snapshot, which is another record than the event with its number. */
    static final String STATE = "/state";
    /** Era and number of the same subject sort as text. */
    private static final String SEQUENCE = "%06d-%012d";
    private final CloudEventHeaders headers;

    public EventRecords(CloudEventHeaders headers) {
        this.headers = headers;
    }

    /** The content of a snapshot. @param offsets of the last events in it */
    public record StateSnapshot(int era, long number, List<Offset> offsets, State state) { }

    /** The content of a snapshot of a queue: its figures, not who waits. */
    public record QueueSnapshot(int era, long number, List<Offset> offsets, QueueStatus state) { }

    /** Whether events of this subject are published. The entries of a transcript were published before. */
    public static boolean isPublished(Subject subject) {
        return subject.kind() != Subject.Kind.TRANSCRIPT;
    }

    public KafkaRecord event(Subject subject, int era, Recorded recorded) {
        String type = "cti." + recorded.event().name() + ".v1";
        Map<String, String> all = attributes(id(subject, era, recorded.number()), type, recorded.at(), subject, era, recorded.number());
        all.put("ce_correlationid", recorded.correlation().value());
        recorded.after().ifPresent(a -> all.put("ce_causationid", id(a.subject(), a.era(), a.number())));
        return new KafkaRecord(Topics.events(subject), subject.id(), all, json(recorded.event()));
    }

    public KafkaRecord snapshot(Subject subject, StateSnapshot snapshot, Instant at) {
        String type = "cti." + Topics.word(subject) + ".snapshot.v1";
        String id = id(subject, snapshot.era(), snapshot.number()) + STATE;
        Map<String, String> all = attributes(id, type, at, subject, snapshot.era(), snapshot.number());
        return new KafkaRecord(Topics.state(subject), subject.id(), all, json(content(snapshot)));
    }

    private static Object content(StateSnapshot snapshot) {
        return snapshot.state() instanceof Queue queue
                ? new QueueSnapshot(snapshot.era(), snapshot.number(), snapshot.offsets(), QueueStatus.of(queue)) : snapshot;
    }

    /** The record for a removed subject. */
    public KafkaRecord tombstone(Subject subject) {
        return new KafkaRecord(Topics.state(subject), subject.id(), Map.of(), null);
    }

    /** The place of a record on a topic is its id, so a second reading is a visible repeat. */
    public KafkaRecord rejected(Rejected rejected, Instant at) {
        String id = rejected.record().map(place -> place.topic() + "/" + place.partition() + "-" + place.offset())
                .orElseGet(() -> UUID.randomUUID().toString());
        return new KafkaRecord(Topics.REJECTED, null, headers.of("rejected/" + id, REJECTED, at), json(rejected));
    }

    private Map<String, String> attributes(String id, String type, Instant at, Subject subject, int era, long number) {
        Map<String, String> all = headers.of(id, type, at);
        all.put("ce_subject", subject.toString());
        all.put("ce_sequence", String.format(SEQUENCE, era, number));
        all.put("ce_partitionkey", subject.id());
        return all;
    }

    /** The record of an entry of the directory. Two records of the same content are two events, so the id is new. */
    public KafkaRecord directory(DirectoryEntry entry, Instant at) {
        Map<String, String> all = headers.of("directory/" + UUID.randomUUID(), entry.type(), at);
        all.put("ce_subject", entry.subject());
        all.put("ce_partitionkey", entry.id());
        return new KafkaRecord(Topics.DIRECTORY, entry.id(), all, json(entry));
    }

    private static String id(Subject subject, int era, long number) {
        return subject + "/" + era + "-" + number;
    }

    private static byte[] json(Object value) {
        try {
            return ModelJson.text().writerFor(value.getClass()).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the model always has a JSON form", e);
        }
    }
}
