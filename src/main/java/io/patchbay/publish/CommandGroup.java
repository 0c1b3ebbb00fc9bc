package io.patchbay.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The members that read commands together. Where the group begins is settled before its first member reads: a command written before the
 * door was ever open is not carried out, one written after is, whoever reads it when.
 */
public final class CommandGroup {
    private static final int PATIENCE_MILLIS = 20_000;

    private CommandGroup() { }

    /** As the route names it. */
    public static String name(String cluster) {
        return "patchbay-commands-" + cluster;
    }

    /**
     * Returns when every partition has a position. Does nothing in a group that has one, or whose members read already.
     *
     * @throws IllegalStateException when the brokers do not let it, with a sentence
     */
    public static void begin(String bootstrap, String cluster) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "group.id", name(cluster), "enable.auto.commit", false,
                "default.api.timeout.ms", PATIENCE_MILLIS);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
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
            // Another member has begun meanwhile.
        } catch (KafkaException e) {
            throw new IllegalStateException("The group " + name(cluster) + " cannot read " + Topics.COMMANDS + ": " + e.getMessage(), e);
        }
    }
}
