package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Brings {@link Topics#DIRECTORY} up to the directory of this gateway. Only differences are written. */
public record DirectoryTopic(String bootstrap, EventRecords records, Outbound outbound) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Blocks while it reads the topic, for at most about ten seconds. Completes when Kafka has the differences.
     *
     * @param at the time of the new records
     * @throws org.apache.kafka.common.KafkaException if the topic cannot be read in time
     */
    public CompletionStage<?> write(Directory directory, Instant at) {
        return outbound.send(differences(DirectoryEntry.of(directory), LatestRecords.read(bootstrap, Topics.DIRECTORY, PATIENCE), at));
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
        known.keySet().stream().filter(id -> !present.contains(id))
                .forEach(id -> records.add(new KafkaRecord(Topics.DIRECTORY, id, Map.of(), null)));
        return records;
    }

    private static boolean isKnown(KafkaRecord record, ConsumerRecord<String, byte[]> known) {
        return known != null && Arrays.equals(known.value(), record.value())
                && record.headers().get("ce_type").equals(type(known.headers().lastHeader("ce_type")));
    }

    private static String type(Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
