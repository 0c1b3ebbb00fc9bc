package io.patchbay.publish;

import io.patchbay.kafka.KafkaClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer group for commands. The start position of the group is committed before its first member reads. A command from before
 * the first opening of the door never runs, and every later command runs.
 */
public final class CommandGroup {
    private static final int PATIENCE_MILLIS = 20_000;

    private CommandGroup() { }

    /** The name in the route file. */
    public static String name(String cluster) {
        return "patchbay-commands-" + cluster;
    }

    /**
     * Returns when every partition has a position. Has no effect in a group with positions or with reading members.
     *
     * @throws IllegalStateException with a sentence, if the brokers refuse it
     */
    public static void begin(KafkaClients kafka, String cluster) {
        Map<String, Object> settings = Map.of("group.id", name(cluster), "enable.auto.commit", false,
                "default.api.timeout.ms", PATIENCE_MILLIS);
        try (var consumer = kafka.consumer(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.COMMANDS).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(all);
            Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(consumer.committed(Set.copyOf(all)));
            known.values().removeIf(position -> position == null);
            if (known.isEmpty()) {
                Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
                consumer.endOffsets(all).forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
                consumer.commitSync(ends);
            }
        } catch (CommitFailedException e) {
            // Another member did it meanwhile.
        } catch (KafkaException e) {
            throw new IllegalStateException("The group " + name(cluster) + " cannot read " + Topics.COMMANDS + ": " + e.getMessage(), e);
        }
    }
}
