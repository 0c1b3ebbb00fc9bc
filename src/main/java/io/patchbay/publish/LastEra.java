package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The highest era the topics tell of, so that a new one can begin. Looks at the last records of every partition only: within one, eras
 * rise, but for a late sender's repeats. Snapshots are asked too, because they outlive events that were forgotten by age.
 */
public final class LastEra {
    private static final List<String> TOPICS = List.of(Topics.AGENTS, Topics.INTERACTIONS, Topics.AGENT_STATE, Topics.INTERACTION_STATE);
    private static final Pattern ID = Pattern.compile("[a-z]+/.+/(\\d{1,9})-\\d+");
    private static final int WINDOW = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrap;
    private final long patienceNanos;
    private final long begun = System.nanoTime();

    private LastEra(String bootstrap, Duration patience) {
        this.bootstrap = bootstrap;
        this.patienceNanos = patience.toNanos();
    }

    /** Waits for half a minute, which a broker that is starting may need. */
    public static int read(String bootstrap) {
        return read(bootstrap, PATIENCE);
    }

    /**
     * Blocks for at most about {@code patience}.
     *
     * @return 0 when nothing was ever published
     * @throws IllegalStateException when that cannot be known in time, saying why; a guess would make new events look like repeats
     */
    public static int read(String bootstrap, Duration patience) {
        return new LastEra(bootstrap, patience).read();
    }

    private int read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "allow.auto.create.topics", false,
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream().flatMap(topic -> partitions(consumer, topic).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(partitions);
            consumer.pause(partitions);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, left());
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions, left());
            return partitions.stream().mapToInt(p -> last(consumer, p, first.get(p), end.get(p))).max().orElse(0);
        } catch (KafkaException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IllegalStateException("The last era cannot be read from the topics at " + bootstrap + " (" + reason
                    + "): is the broker up, and does it let this gateway read " + String.join(", ", TOPICS) + "?", e);
        }
    }

    private Collection<PartitionInfo> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return Optional.ofNullable(consumer.partitionsFor(topic, left())).filter(found -> !found.isEmpty())
                .orElseThrow(() -> new KafkaException("there is no topic " + topic));
    }

    /** Tombstones and what is not ours say nothing of an era; then the records before them are asked. */
    private int last(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long first, long end) {
        for (long until = end; until > first; until -= WINDOW) {
            OptionalInt found = highest(consumer, partition, Math.max(first, until - WINDOW), until);
            if (found.isPresent()) {
                return found.getAsInt();
            }
        }
        return 0;
    }

    private OptionalInt highest(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long from, long until) {
        consumer.seek(partition, from);
        consumer.resume(List.of(partition));
        IntStream.Builder eras = IntStream.builder();
        while (consumer.position(partition, left()) < until) {
            consumer.poll(left()).forEach(record -> era(record).ifPresent(eras::add));
        }
        consumer.pause(List.of(partition));
        return eras.build().max();
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
