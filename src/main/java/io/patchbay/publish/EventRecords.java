package io.patchbay.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Recorded;
import io.patchbay.model.Rejected;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Events and snapshots as records: the headers of a {@link CloudEvent}, the members of the event as value (BINDINGS, canonical events).
 * {@code id} is {@code <subject>/<era>-<number>}, and a consumer drops repeats by subject and number. A rejected message is a record,
 * too.
 */
public final class EventRecords {
    private static final String REJECTED = "cti.rejected.v1";
    private final String node;

    /** @param node the name of the member; {@code source} is {@code /patchbay/<node>} */
    public EventRecords(String node) {
        this.node = node;
    }

    /** The content of a snapshot. @param offsets of the last events in it */
    public record StateSnapshot(int era, long number, List<Offset> offsets, State state) { }

    /**
     * Whether events of this subject are published. Queues are rebuilt, not published (DESIGN 4.17), and the entries of a transcript
     * were published before.
     */
    public static boolean isPublished(Subject subject) {
        return subject.kind() == Subject.Kind.AGENT || subject.kind() == Subject.Kind.INTERACTION;
    }

    public KafkaRecord event(Subject subject, int era, Recorded recorded) {
        String type = "cti." + recorded.event().name() + ".v1";
        Map<String, String> headers = attributes(subject, era, recorded.number(), type, recorded.at());
        headers.put("ce_correlationid", recorded.correlation().value());
        recorded.after().ifPresent(a -> headers.put("ce_causationid", a.subject() + "/" + a.era() + "-" + a.number()));
        return new KafkaRecord(Topics.events(subject), subject.id(), headers, json(recorded.event()));
    }

    public KafkaRecord snapshot(Subject subject, StateSnapshot snapshot, Instant at) {
        String type = "cti." + Topics.word(subject) + ".snapshot.v1";
        Map<String, String> headers = attributes(subject, snapshot.era(), snapshot.number(), type, at);
        return new KafkaRecord(Topics.state(subject), subject.id(), headers, json(snapshot));
    }

    /** The record for a removed subject. */
    public KafkaRecord tombstone(Subject subject) {
        return new KafkaRecord(Topics.state(subject), subject.id(), Map.of(), null);
    }

    /** The place of a record on a topic is its id, so a second reading is a visible repeat. */
    public KafkaRecord rejected(Rejected rejected, Instant at) {
        String id = rejected.record().map(place -> place.topic() + "/" + place.partition() + "-" + place.offset())
                .orElseGet(() -> UUID.randomUUID().toString());
        return new KafkaRecord(Topics.REJECTED, null, described("rejected/" + id, REJECTED, at), json(rejected));
    }

    private Map<String, String> attributes(Subject subject, int era, long number, String type, Instant at) {
        Map<String, String> headers = described(subject + "/" + era + "-" + number, type, at);
        headers.put("ce_subject", subject.toString());
        headers.put("ce_sequence", Long.toString(number));
        headers.put("ce_partitionkey", subject.id());
        return headers;
    }

    private Map<String, String> described(String id, String type, Instant at) {
        Map<String, String> headers = CloudEvent.headers(id, node, type, at);
        headers.put("ce_dataschema", "/schemas/" + type + ".json");
        return headers;
    }

    private static byte[] json(Object value) {
        try {
            return ModelJson.text().writerFor(value.getClass()).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the model always has a JSON form", e);
        }
    }
}
