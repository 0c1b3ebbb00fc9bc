package io.patchbay.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events and snapshots as records: CloudEvents 1.0 in Kafka's binary mode, attributes in {@code ce_} headers, the event's own members as
 * the value (BINDINGS, canonical events). {@code id} is {@code <subject>/<era>-<number>}: a consumer drops repeats by subject and number.
 */
public final class EventRecords {
    private final String source;

    /** @param node the member's name; {@code source} is {@code /patchbay/<node>} */
    public EventRecords(String node) {
        this.source = "/patchbay/" + node;
    }

    /** What a snapshot holds. @param offsets where Kafka put the last events in it */
    public record StateSnapshot(int era, long number, List<Offset> offsets, State state) { }

    /**
     * Whether anything about this subject leaves the gateway: queues are rebuilt, not published (DESIGN 4.17), and of a log each entry was
     * published when it was made.
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

    /** Says that the subject is gone for good. */
    public KafkaRecord tombstone(Subject subject) {
        return new KafkaRecord(Topics.state(subject), subject.id(), Map.of(), null);
    }

    private Map<String, String> attributes(Subject subject, int era, long number, String type, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", subject + "/" + era + "-" + number);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put("ce_sequence", Long.toString(number));
        headers.put("ce_partitionkey", subject.id());
        headers.put("ce_dataschema", "/schemas/" + type + ".json");
        headers.put("content-type", "application/json");
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
