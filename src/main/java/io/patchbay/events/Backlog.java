package io.patchbay.events;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Old records of assigned partitions in {@link TimeOrder}: no record is given before each partition has shown its next one or its end at
 * the time of the beginning. A partition that is ahead is paused, so little is kept in memory.
 */
final class Backlog {
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;
    private final Set<TopicPartition> awaited = new HashSet<>();
    private final TimeOrder records = new TimeOrder();

    /** The partitions are assigned and at the places where reading begins. */
    Backlog(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.ends = consumer.endOffsets(partitions);
    }

    /** Waits for records at most this long, unless the next one is known. */
    void fill(Duration patience) {
        if (records.isEmpty() || !awaited.isEmpty()) {
            consumer.pause(partitions.stream().filter(records::has).toList());
            consumer.resume(partitions.stream().filter(partition -> !records.has(partition)).toList());
            consumer.poll(patience).forEach(records::add);
            awaited.clear();
            partitions.forEach(this::await);
        }
    }

    private void await(TopicPartition partition) {
        if (!records.has(partition) && consumer.position(partition) < ends.get(partition)) {
            awaited.add(partition);
        }
    }

    /** Empty if {@link #fill} must run first. */
    Optional<ConsumerRecord<String, byte[]>> next() {
        if (records.isEmpty() || !awaited.isEmpty()) {
            return Optional.empty();
        }
        ConsumerRecord<String, byte[]> record = records.remove();
        await(new TopicPartition(record.topic(), record.partition()));
        return Optional.of(record);
    }

    /** Whether a record of this partition is read and not given yet. */
    boolean has(TopicPartition partition) {
        return records.has(partition);
    }
}
