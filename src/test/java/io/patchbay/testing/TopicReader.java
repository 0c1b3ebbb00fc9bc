package io.patchbay.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics as they stand, without a consumer group. What it has read of a topic it keeps, so that it fetches only what is new. */
public final class TopicReader implements AutoCloseable {
    private final String bootstrap;
    private final Map<String, Topic> topics = new HashMap<>();

    /** One topic up to where it was read. */
    private record Topic(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions,
                         List<ConsumerRecord<String, byte[]>> records) { }

    public TopicReader(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** From the beginning to the end it has when asked, in the order of each partition. */
    public static List<ConsumerRecord<String, byte[]>> records(String bootstrap, String topic) {
        try (TopicReader reader = new TopicReader(bootstrap)) {
            return reader.records(topic);
        }
    }

    /** From the beginning to the end it has when asked, in the order of each partition. */
    public synchronized List<ConsumerRecord<String, byte[]>> records(String name) {
        Topic topic = topics.computeIfAbsent(name, this::begin);
        Map<TopicPartition, Long> ends = topic.consumer.endOffsets(topic.partitions);
        while (topic.partitions.stream().anyMatch(p -> topic.consumer.position(p) < ends.get(p))) {
            topic.consumer.poll(Duration.ofMillis(100)).forEach(topic.records::add);
        }
        return List.copyOf(topic.records);
    }

    /** A fetch that waits for records would hold up the question for the end. */
    private Topic begin(String name) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", 20_000, "fetch.max.wait.ms", 1);
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Topic(consumer, partitions, new ArrayList<>());
    }

    @Override
    public synchronized void close() {
        topics.values().forEach(topic -> topic.consumer.close());
        topics.clear();
    }
}
