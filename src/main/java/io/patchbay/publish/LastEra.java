package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The highest era on the topics, so the next one can begin. Reads only the last records of every partition, because eras rise within a
 * partition, except for repeats of a late sender. Reads snapshots, too, because they outlive events that were deleted by age.
 */
public final class LastEra {
    private static final List<String> TOPICS = List.of(Topics.AGENTS, Topics.INTERACTIONS, Topics.QUEUES,
            Topics.AGENT_STATE, Topics.INTERACTION_STATE, Topics.QUEUE_STATE);
    private static final Pattern ID = Pattern.compile("[a-z]+/.+/(\\d{1,9})-\\d+(" + EventRecords.STATE + ")?");
    private static final int WINDOW = 100;
    private static final int FETCH_WAIT_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrap;
    private final Function<Map<String, Object>, Consumer<String, byte[]>> consumers;
    private final long patienceNanos;
    private final long begun = System.nanoTime();

    /** @param consumers makes the consumer with these settings */
    LastEra(String bootstrap, Duration patience, Function<Map<String, Object>, Consumer<String, byte[]>> consumers) {
        this.bootstrap = bootstrap;
        this.consumers = consumers;
        this.patienceNanos = patience.toNanos();
    }

    /** Waits up to half a minute for a starting broker. */
    public static int read(KafkaClients kafka) {
        return read(kafka, PATIENCE);
    }

    /**
     * Blocks for at most about {@code patience}.
     *
     * @return 0 if nothing was ever published
     * @throws IllegalStateException with the cause, if the era is not known in time; a guess would turn new events into repeats
     */
    public static int read(KafkaClients kafka, Duration patience) {
        return new LastEra(kafka.brokers(), patience, settings -> consumer(kafka, settings)).read();
    }

    static Consumer<String, byte[]> consumer(KafkaClients kafka, Map<String, Object> settings) {
        return kafka.consumer(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    int read() {
        Map<String, Object> settings = Map.of("allow.auto.create.topics", false,
                "auto.offset.reset", "earliest", "fetch.max.wait.ms", FETCH_WAIT_MILLIS);
        try (Consumer<String, byte[]> consumer = consumers.apply(settings)) {
            List<TopicPartition> partitions = TOPICS.stream().flatMap(topic -> partitions(consumer, topic).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, left());
            Map<TopicPartition, Long> until = new HashMap<>(consumer.endOffsets(partitions, left()));
            int last = 0;
            for (until.entrySet().removeIf(e -> e.getValue() <= first.get(e.getKey())); !until.isEmpty(); goBack(until, first)) {
                Map<TopicPartition, Integer> eras = window(consumer, first, until);
                last = Math.max(last, eras.values().stream().mapToInt(era -> era).max().orElse(0));
                until.keySet().removeAll(eras.keySet());
            }
            return last;
        } catch (KafkaException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IllegalStateException("The last era cannot be read from the topics at " + bootstrap + " (" + reason
                    + "): is the broker up, and does it let this gateway read " + String.join(", ", TOPICS) + "?", e);
        }
    }

    private Collection<PartitionInfo> partitions(Consumer<?, ?> consumer, String topic) {
        return Optional.ofNullable(consumer.partitionsFor(topic, left())).filter(found -> !found.isEmpty())
                .orElseThrow(() -> new KafkaException("there is no topic " + topic));
    }

    /** Tombstones and foreign records have no era, so the records before them are read. */
    private static void goBack(Map<TopicPartition, Long> until, Map<TopicPartition, Long> first) {
        until.replaceAll((partition, end) -> end - WINDOW);
        until.entrySet().removeIf(e -> e.getValue() <= first.get(e.getKey()));
    }

    /**
     * The highest era of each partition in the records just before {@code until}. All partitions are read together. Reading them one
     * after the other would cost a long poll for each.
     */
    private Map<TopicPartition, Integer> window(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> first,
                                                Map<TopicPartition, Long> until) {
        consumer.assign(until.keySet());
        until.forEach((partition, end) -> consumer.seek(partition, Math.max(first.get(partition), end - WINDOW)));
        Map<TopicPartition, Integer> eras = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(until.keySet());
        while (!open.isEmpty()) {
            consumer.poll(left()).forEach(record -> era(record).ifPresent(
                    era -> eras.merge(new TopicPartition(record.topic(), record.partition()), era, Math::max)));
            open.removeIf(partition -> consumer.position(partition, left()) >= until.get(partition));
        }
        return eras;
    }

    private static OptionalInt era(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader("ce_id");
        if (header == null || header.value() == null) {
            return OptionalInt.empty();
        }
        Matcher id = ID.matcher(new String(header.value(), UTF_8));
        return id.matches() ? OptionalInt.of(Integer.parseInt(id.group(1))) : OptionalInt.empty();
    }

    private Duration left() {
        long left = patienceNanos - (System.nanoTime() - begun);
        if (left <= 0) {
            throw new TimeoutException("no answer within " + Duration.ofNanos(patienceNanos).toMillis() + " ms");
        }
        return Duration.ofNanos(left);
    }
}
