package io.patchbay.events;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of several partitions by their times; each partition keeps its order. When partitions are added, a subject moves to another
 * partition, and its later events must not be read before the earlier ones, which would then be repeats. Not thread-safe.
 */
final class TimeOrder {
    private final Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting = new LinkedHashMap<>();

    void add(ConsumerRecord<String, byte[]> record) {
        waiting.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), any -> new ArrayDeque<>()).add(record);
    }

    /** Whether a record of this partition is here. */
    boolean has(TopicPartition partition) {
        return waiting.containsKey(partition);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The earliest of the first records of all partitions. There must be one. */
    ConsumerRecord<String, byte[]> remove() {
        Deque<ConsumerRecord<String, byte[]>> earliest = waiting.values().stream()
                .min(Comparator.comparingLong(records -> records.peek().timestamp())).orElseThrow();
        ConsumerRecord<String, byte[]> record = earliest.remove();
        if (earliest.isEmpty()) {
            waiting.remove(new TopicPartition(record.topic(), record.partition()));
        }
        return record;
    }
}
