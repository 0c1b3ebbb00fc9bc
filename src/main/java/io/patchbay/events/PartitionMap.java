package io.patchbay.events;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.publish.Topics;
import java.util.ArrayList;
import java.util.Collection;
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
 * The partitions of both event topics in one order. Partitions that are added later come at its end, so places do not change.
 *
 * @param incarnation differs after a topic was replaced; offsets in old cursors are then invalid
 */
record PartitionMap(int incarnation, List<TopicPartition> partitions, Map<TopicPartition, Integer> places) {
    static final List<String> TOPICS = List.of(Topics.INTERACTIONS, Topics.AGENTS);
    private static final int PATIENCE_SECONDS = 20;

    static PartitionMap of(int incarnation, List<TopicPartition> unordered) {
        return new PartitionMap(incarnation, List.of(), Map.of()).with(unordered);
    }

    /** This one, with those of {@code found} that it does not have at its end. */
    PartitionMap with(Collection<TopicPartition> found) {
        List<TopicPartition> all = new ArrayList<>(partitions);
        found.stream().filter(partition -> !places.containsKey(partition))
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition)).forEach(all::add);
        Map<TopicPartition, Integer> byPartition = new HashMap<>();
        IntStream.range(0, all.size()).forEach(i -> byPartition.put(all.get(i), i));
        return new PartitionMap(incarnation, List.copyOf(all), Map.copyOf(byPartition));
    }

    /** @param next offsets in the order of this map */
    Cursor cursor(long[] next) {
        return new Cursor(incarnation, offsets(Topics.AGENTS, next), offsets(Topics.INTERACTIONS, next));
    }

    private List<Long> offsets(String topic, long[] next) {
        return of(topic).stream().sorted(Comparator.comparing(TopicPartition::partition)).map(p -> next[places.get(p)]).toList();
    }

    /** Whether all offsets of the cursor are of partitions of this map. */
    boolean has(Cursor cursor) {
        return cursor.incarnation() == incarnation && cursor.agents().size() <= of(Topics.AGENTS).size()
                && cursor.interactions().size() <= of(Topics.INTERACTIONS).size();
    }

    /** The offsets of the cursor in the order of this map. Partitions added since are read from their start. */
    long[] offsets(Cursor cursor) {
        return partitions.stream().mapToLong(partition -> {
            List<Long> known = partition.topic().equals(Topics.AGENTS) ? cursor.agents() : cursor.interactions();
            return partition.partition() < known.size() ? known.get(partition.partition()) : 0;
        }).toArray();
    }

    /** Blocks. Throws a {@link KafkaException} if the brokers do not answer in time. */
    static PartitionMap read(KafkaClients kafka) {
        try (Admin admin = kafka.admin(Map.of())) {
            Map<String, TopicDescription> found = new TreeMap<>(
                    admin.describeTopics(TOPICS).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            String identity = found.values().stream().map(t -> t.topicId().toString()).collect(Collectors.joining(","));
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
