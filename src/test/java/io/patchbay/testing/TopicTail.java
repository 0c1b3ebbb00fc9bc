package io.patchbay.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The records that all topics of a broker get from now on. */
public final class TopicTail implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> begin = new HashMap<>();

    public TopicTail(String bootstrap) {
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", 20_000, "fetch.max.wait.ms", 1),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        begin.putAll(consumer.endOffsets(partitions()));
    }

    private List<TopicPartition> partitions() {
        return consumer.listTopics().values().stream().flatMap(List::stream)
                .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
    }

    /** Reads up to the ends that the topics have now. Call it once. */
    public void read(Consumer<ConsumerRecord<byte[], byte[]>> record) {
        List<TopicPartition> all = partitions();
        consumer.assign(all);
        all.forEach(each -> consumer.seek(each, begin.getOrDefault(each, 0L)));
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (all.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
            consumer.poll(Duration.ofMillis(100)).forEach(record);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
