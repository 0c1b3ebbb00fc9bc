package io.patchbay.publish;

import io.patchbay.kafka.KafkaClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The latest record of each key on a compacted topic. */
final class LatestRecords {
    private static final int FETCH_WAIT_MILLIS = 20;

    private LatestRecords() { }

    /**
     * Reads up to the present end and blocks for at most about {@code patience}. A key with a tombstone is left out.
     *
     * @throws KafkaException if the topic cannot be read in time
     */
    static Map<String, ConsumerRecord<String, byte[]>> read(KafkaClients kafka, String topic, Duration patience) {
        Map<String, Object> settings = Map.of("allow.auto.create.topics", false,
                "auto.offset.reset", "earliest", "fetch.max.wait.ms", FETCH_WAIT_MILLIS,
                "default.api.timeout.ms", (int) patience.toMillis());
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, ConsumerRecord<String, byte[]>> latest = new HashMap<>();
        try (Consumer<String, byte[]> consumer = LastEra.consumer(kafka, settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (Set<TopicPartition> open = Set.copyOf(partitions); !open.isEmpty(); open = unread(consumer, open, ends)) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the end of " + topic + " was not reached within " + patience.toMillis() + " ms");
                }
                consumer.poll(Duration.ofMillis(FETCH_WAIT_MILLIS)).forEach(record -> put(latest, record));
            }
        }
        return latest;
    }

    private static Set<TopicPartition> unread(Consumer<?, ?> consumer, Set<TopicPartition> open, Map<TopicPartition, Long> ends) {
        return open.stream().filter(partition -> consumer.position(partition) < ends.get(partition)).collect(Collectors.toSet());
    }

    private static void put(Map<String, ConsumerRecord<String, byte[]>> latest, ConsumerRecord<String, byte[]> record) {
        if (record.key() != null && record.value() != null) {
            latest.put(record.key(), record);
        } else {
            latest.remove(record.key());
        }
    }
}
