package io.patchbay.events;

import io.patchbay.publish.Topics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions of both event topics in one order, the same on every member.
 *
 * @param incarnation differs after a topic was replaced or got more partitions; offsets in old cursors are then invalid
 */
record PartitionMap(int incarnation, List<TopicPartition> partitions, Map<TopicPartition, Integer> places) {
    private static final List<String> TOPICS = List.of(Topics.INTERACTIONS, Topics.AGENTS);
    private static final int PATIENCE_SECONDS = 20;

    static PartitionMap of(int incarnation, List<TopicPartition> unordered) {
        List<TopicPartition> ordered = unordered.stream()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition)).toList();
        Map<TopicPartition, Integer> places = new HashMap<>();
        IntStream.range(0, ordered.size()).forEach(i -> places.put(ordered.get(i), i));
        return new PartitionMap(incarnation, ordered, Map.copyOf(places));
    }

    /** Blocks. Throws a {@link KafkaException} if the brokers do not answer in time. */
    static PartitionMap read(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<String, TopicDescription> found = new TreeMap<>(
                    admin.describeTopics(TOPICS).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            String identity = found.values().stream().map(t -> t.topicId() + ":" + t.partitions().size()).collect(Collectors.joining(","));
            return of(identity.hashCode(), found.values().stream()
                    .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition()))).toList());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The event topics cannot be described", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the event topics were described", e);
        }
    }

    int place(TopicPartition partition) {
        return places.get(partition);
    }

    /** The offsets in the order of this map. */
    long[] ordered(Map<TopicPartition, Long> offsets) {
        return partitions.stream().mapToLong(offsets::get).toArray();
    }

    List<TopicPartition> of(String topic) {
        return partitions.stream().filter(p -> p.topic().equals(topic)).toList();
    }
}
