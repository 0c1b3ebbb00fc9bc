package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Directory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Brings {@link Topics#DIRECTORY} up to the directory of this gateway. Only differences are written. Removes the snapshots of queues that
 * are gone, too.
 */
public record DirectoryTopic(KafkaClients kafka, EventRecords records, Outbound outbound) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Blocks while it reads the topic, for at most about ten seconds. Completes when Kafka has the differences.
     *
     * @param at the time of the new records
     * @throws org.apache.kafka.common.KafkaException if the topic cannot be read in time
     */
    public CompletionStage<?> write(Directory directory, Instant at) {
        List<KafkaRecord> batch = differences(DirectoryEntry.of(directory), latest(Topics.DIRECTORY), at);
        Set<String> queues = directory.queues().stream().map(queue -> queue.name().value()).collect(Collectors.toSet());
        batch.addAll(tombstones(Topics.QUEUE_STATE, latest(Topics.QUEUE_STATE).keySet(), queues));
        return outbound.send(batch);
    }

    private Map<String, ConsumerRecord<String, byte[]>> latest(String topic) {
        return LatestRecords.read(kafka, topic, PATIENCE);
    }

    private List<KafkaRecord> differences(List<DirectoryEntry> entries, Map<String, ConsumerRecord<String, byte[]>> known, Instant at) {
        List<KafkaRecord> records = new ArrayList<>();
        for (DirectoryEntry entry : entries) {
            KafkaRecord record = this.records.directory(entry, at);
            if (!isKnown(record, known.get(entry.id()))) {
                records.add(record);
            }
        }
        Set<String> present = entries.stream().map(DirectoryEntry::id).collect(Collectors.toSet());
        records.addAll(tombstones(Topics.DIRECTORY, known.keySet(), present));
        return records;
    }

    private static List<KafkaRecord> tombstones(String topic, Set<String> known, Set<String> present) {
        return known.stream().filter(key -> !present.contains(key)).map(key -> new KafkaRecord(topic, key, Map.of(), null)).toList();
    }

    private static boolean isKnown(KafkaRecord record, ConsumerRecord<String, byte[]> known) {
        return known != null && Arrays.equals(known.value(), record.value())
                && record.headers().get("ce_type").equals(type(known.headers().lastHeader("ce_type")));
    }

    private static String type(Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
