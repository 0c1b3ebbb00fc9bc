package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker sends partitions one after the other; the events of a subject that moved between them come in order all the same. */
class BacklogTest {
    private static final TopicPartition OLD = new TopicPartition("cti.agents", 0);
    private static final TopicPartition ADDED = new TopicPartition("cti.agents", 1);
    private final MockConsumer<String, byte[]> broker = new MockConsumer<>("none");
    private Backlog backlog;

    @BeforeEach
    void begin() {
        broker.assign(List.of(OLD, ADDED));
        broker.updateEndOffsets(Map.of(OLD, 2L, ADDED, 1L));
        broker.seek(OLD, 0);
        broker.seek(ADDED, 0);
        backlog = new Backlog(broker, List.of(OLD, ADDED));
    }

    @Test
    void no_record_is_given_before_every_partition_has_shown_its_next_one() {
        broker.addRecord(record(ADDED, 0, 30));
        backlog.fill(Duration.ZERO);
        assertThat(backlog.next()).as("the old partition is not known yet").isEmpty();
        broker.addRecord(record(OLD, 0, 10));
        backlog.fill(Duration.ZERO);
        assertThat(broker.paused()).as("while it was behind").containsExactly(ADDED);
        assertThat(backlog.next()).map(ConsumerRecord::timestamp).hasValue(10L);
        assertThat(backlog.next()).as("its second record is not known yet").isEmpty();
        broker.addRecord(record(OLD, 1, 20));
        backlog.fill(Duration.ZERO);
        assertThat(backlog.next()).map(ConsumerRecord::timestamp).hasValue(20L);
        assertThat(backlog.has(ADDED)).isTrue();
        assertThat(backlog.next()).map(ConsumerRecord::timestamp).hasValue(30L);
        assertThat(backlog.next()).isEmpty();
    }

    @Test
    void what_is_written_after_the_beginning_is_not_waited_for() {
        broker.addRecord(record(OLD, 0, 10));
        broker.addRecord(record(OLD, 1, 20));
        broker.addRecord(record(ADDED, 0, 30));
        broker.addRecord(record(ADDED, 1, 40));
        backlog.fill(Duration.ZERO);
        for (long at : new long[] {10, 20, 30, 40}) {
            assertThat(backlog.next()).map(ConsumerRecord::timestamp).hasValue(at);
        }
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset, long at) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, at, TimestampType.CREATE_TIME, 0, 0, "ana",
                new byte[0], new RecordHeaders(), Optional.empty());
    }
}
