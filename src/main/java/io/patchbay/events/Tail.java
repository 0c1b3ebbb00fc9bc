package io.patchbay.events;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.publish.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reader of this member, from the present end of both topics on. Follows added partitions. Begins again after every failure. */
final class Tail implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration ROUND = Duration.ofMillis(250);
    /** Longer than the delay between an event and its snapshot. */
    private static final Duration BEFORE_SNAPSHOTS = Duration.ofSeconds(30);
    private static final int PAUSE_SECONDS = 1;

    private final KafkaClients kafka;
    private final Hub hub;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long lag;

    Tail(KafkaClients kafka, Hub hub) {
        this.kafka = kafka;
        this.hub = hub;
    }

    /** The number of unread records. */
    long lag() {
        return lag;
    }

    /** Ends within one poll. */
    void close() {
        closing.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                try (KafkaConsumer<String, byte[]> consumer = Consumers.open(kafka)) {
                    follow(consumer, PartitionMap.read(kafka));
                } catch (RuntimeException e) {
                    LOG.atWarn().addKeyValue("reason", e.toString()).log("the event topics cannot be read; trying again");
                } finally {
                    hub.shut();
                }
            } while (!closing.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, PartitionMap first) {
        PartitionMap map = first;
        Reading reading = new Reading(map);
        long before = System.currentTimeMillis() - BEFORE_SNAPSHOTS.toMillis();
        snapshots(consumer, reading);
        consumer.assign(map.partitions());
        Map<TopicPartition, Long> ends = consumer.endOffsets(map.partitions());
        var early = consumer.offsetsForTimes(map.partitions().stream().collect(Collectors.toMap(p -> p, p -> before)));
        early.forEach((partition, found) -> consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
        long[] from = map.ordered(ends);
        hub.open(map, from);
        while (closing.getCount() > 0) {
            TimeOrder records = new TimeOrder();
            consumer.poll(ROUND).forEach(records::add);
            while (!records.isEmpty()) {
                Notice notice = reading.read(records.remove());
                if (notice.offset() >= from[notice.place()]) {
                    hub.add(notice);
                }
            }
            lag = map.partitions().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
            List<TopicPartition> present = present(consumer);
            if (present.size() > map.partitions().size()) {
                PartitionMap found = map.with(present);
                from = begin(consumer, found, from);
                reading.grow(found);
                hub.grow(found, from);
                map = found;
            }
        }
    }

    /** From the consumer's own copy of the metadata, which it refreshes while it polls. */
    private static List<TopicPartition> present(KafkaConsumer<String, byte[]> consumer) {
        return PartitionMap.TOPICS.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    }

    /** Begins to read the added partitions at their start. Returns the places of the first notices. */
    private static long[] begin(KafkaConsumer<String, byte[]> consumer, PartitionMap found, long[] from) {
        List<TopicPartition> added = found.partitions().subList(from.length, found.partitions().size());
        LOG.atInfo().addKeyValue("partitions", added).log("the event topics have more partitions, which are read from their start");
        consumer.assign(found.partitions());
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(added);
        starts.forEach(consumer::seek);
        long[] all = Arrays.copyOf(from, found.partitions().size());
        starts.forEach((partition, offset) -> all[found.place(partition)] = offset);
        return all;
    }

    /** Reads the state of older interactions, up to an offset that is read again. */
    private static void snapshots(KafkaConsumer<String, byte[]> consumer, Reading reading) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.INTERACTION_STATE).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.INTERACTION_STATE);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(ROUND).forEach(reading::snapshot);
        }
    }
}
