package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TimeOrderTest {
    private final TimeOrder order = new TimeOrder();

    @Test
    void the_earliest_of_all_partitions_comes_first_and_each_partition_keeps_its_order() {
        add(1, 0, 40);
        add(1, 1, 30);
        add(0, 0, 10);
        add(0, 1, 35);
        add(0, 2, 60);
        List<String> removed = new ArrayList<>();
        while (!order.isEmpty()) {
            ConsumerRecord<String, byte[]> record = order.remove();
            removed.add(record.partition() + "@" + record.offset());
        }
        assertThat(removed).containsExactly("0@0", "0@1", "1@0", "1@1", "0@2");
    }

    private void add(int partition, long offset, long at) {
        order.add(new ConsumerRecord<>("cti.agents", partition, offset, at, TimestampType.CREATE_TIME, 0, 0, "ana", new byte[0],
                new RecordHeaders(), Optional.empty()));
    }
}
