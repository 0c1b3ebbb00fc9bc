package io.patchbay.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.json.ModelJson;
import io.patchbay.model.AgentId;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords.StateSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes notices of records in the order of each partition. A foreign record becomes a silent notice. */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "subject", "time", "sequence",
            "partitionkey", "correlationid", "causationid");

    private PartitionMap map;
    private final Parties parties = new Parties();

    Reading(PartitionMap map) {
        this.map = map;
    }

    /** @param larger with partitions that were added */
    void grow(PartitionMap larger) {
        map = larger;
    }

    /** Reads the state of an interaction whose earlier events are not read. */
    void snapshot(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() != null) {
                parties.snapshot("interaction/" + record.key(), ModelJson.text().readValue(record.value(), StateSnapshot.class));
            }
        } catch (IOException | RuntimeException e) {
            skipped(record, e);
        }
    }

    Notice read(ConsumerRecord<String, byte[]> record) {
        int place = map.place(new TopicPartition(record.topic(), record.partition()));
        try {
            JsonNode data = ModelJson.text().readTree(record.value());
            String type = header(record, "ce_type").orElseThrow();
            Optional<Set<AgentId>> seenBy = seenBy(record, type, data);
            if (seenBy.isPresent()) {
                return new Notice(place, record.offset(), type, json(record, data), seenBy.get(), Audience.isForAgentsOnly(data), false);
            }
        } catch (IOException | RuntimeException e) {
            skipped(record, e);
        }
        return Notice.silent(place, record.offset());
    }

    private Optional<Set<AgentId>> seenBy(ConsumerRecord<String, byte[]> record, String type, JsonNode data) {
        EventId id = EventId.parse(header(record, "ce_id").orElseThrow());
        Subject subject = Subject.parse(id.subject());
        return switch (subject.kind()) {
            case AGENT -> parties.isRepeat(id) ? Optional.empty() : Optional.of(Set.of(subject.agent()));
            case INTERACTION -> parties.of(id, type, data);
            case QUEUE, TRANSCRIPT -> Optional.empty();
        };
    }

    private static String json(ConsumerRecord<String, byte[]> record, JsonNode data) throws IOException {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ATTRIBUTES.forEach(name -> header(record, "ce_" + name).ifPresent(value -> event.put(name, value)));
        header(record, "content-type").ifPresent(type -> event.put("datacontenttype", type));
        header(record, "ce_dataschema").ifPresent(schema -> event.put("dataschema", schema));
        event.set("data", data);
        return ModelJson.text().writeValueAsString(event);
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : Optional.of(new String(header.value(), UTF_8));
    }

    private static void skipped(ConsumerRecord<String, byte[]> record, Exception why) {
        LOG.atDebug().addKeyValue("topic", record.topic()).addKeyValue("reason", why.getClass().getSimpleName())
                .log("a record is none of ours, nobody is told of it");
    }
}
