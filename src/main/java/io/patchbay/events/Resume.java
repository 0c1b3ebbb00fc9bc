package io.patchbay.events;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.publish.Topics;
import io.patchbay.wire.ClientConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings one subscriber from its cursor to the ring and makes it live. Works in small portions and waits for a client with much unsent
 * data, so neither other clients nor its queue suffer. A client that does not continue reading is disconnected. The audience of an
 * interaction is known from its beginning only. Unless the subscriber may see everything, its interactions are read from the beginning
 * of the topic, without output up to its cursor.
 */
final class Resume {
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long UNKNOWN_NANOS = Duration.ofMillis(3L * Consumers.REFRESH_MILLIS).toNanos();

    /** The time of the next portion. */
    enum Next { AT_ONCE, SOON, NEVER }

    private final KafkaClients kafka;
    private final Hub hub;
    private final Subscriber subscriber;
    private final long begun = System.nanoTime();
    private KafkaConsumer<String, byte[]> consumer;
    private Backlog backlog;
    private Reading reading;
    private PartitionMap readOf;
    private long waiting;

    Resume(KafkaClients kafka, Hub hub, Subscriber subscriber) {
        this.kafka = kafka;
        this.hub = hub;
        this.subscriber = subscriber;
    }

    /** Runs one portion. Call {@link #end} after NEVER or an exception. */
    Next portion() {
        ClientConnection connection = subscriber.connection();
        if (!connection.isOpen()) {
            return Next.NEVER;
        }
        Optional<PartitionMap> present = hub.map();
        if (present.isEmpty()) {
            return Next.SOON;
        }
        if (subscriber.map() == null) {
            if (isAhead(present.get())) {
                return Next.SOON;
            }
            begin(present.get());
        } else if (subscriber.map().incarnation() != present.get().incarnation()) {
            connection.close(Hub.SERVICE_RESTART, "The event topics were replaced");
            return Next.NEVER;
        }
        if (connection.isBusy()) {
            return patience(connection);
        }
        waiting = 0;
        if (hub.join(subscriber)) {
            return Next.NEVER;
        }
        Optional<List<Notice>> near = hub.next(subscriber);
        if (near.isPresent()) {
            near.get().stream().takeWhile(notice -> !connection.isBusy()).forEach(subscriber::take);
        } else {
            read();
        }
        return Next.AT_ONCE;
    }

    /** Whether the cursor knows partitions that this member has not found yet. Another member may have found them first. */
    private boolean isAhead(PartitionMap present) {
        return subscriber.subscription().after().filter(cursor -> cursor.incarnation() == present.incarnation() && !present.has(cursor))
                .isPresent() && System.nanoTime() - begun < UNKNOWN_NANOS;
    }

    void end() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
        if (!subscriber.connection().isOpen()) {
            hub.leave(subscriber);
        }
    }

    private Next patience(ClientConnection connection) {
        long now = System.nanoTime();
        waiting = waiting == 0 ? now : waiting;
        if (now - waiting > PATIENCE_NANOS) {
            connection.close(ClientConnection.TOO_SLOW, "The client reads too slowly");
            return Next.NEVER;
        }
        return Next.SOON;
    }

    private void begin(PartitionMap present) {
        Optional<Cursor> after = subscriber.subscription().after();
        if (!hub.begin(subscriber, after)) {
            open(present);
            long[] oldest = present.ordered(consumer.beginningOffsets(present.partitions()));
            long[] end = present.ordered(consumer.endOffsets(present.partitions()));
            Optional<long[]> requested = after.filter(present::has).map(present::offsets);
            long[] from = requested.map(places -> kept(places, oldest, end)).orElse(oldest);
            subscriber.begin(present, from);
            if (requested.isEmpty() || !Arrays.equals(requested.get(), from)) {
                subscriber.reset(from);
            }
        }
    }

    /** The readable places, or the oldest kept ones instead. */
    private static long[] kept(long[] places, long[] oldest, long[] end) {
        long[] kept = places.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = places[i] < oldest[i] || places[i] > end[i] ? oldest[i] : places[i];
        }
        return kept;
    }

    private void read() {
        PartitionMap of = subscriber.map();
        if (backlog == null || readOf != of) {
            open(of);
            seek(of);
        }
        try {
            backlog.fill(ROUND);
        } catch (OffsetOutOfRangeException forgottenMeanwhile) {
            long[] oldest = of.ordered(consumer.beginningOffsets(of.partitions()));
            long[] end = of.ordered(consumer.endOffsets(of.partitions()));
            subscriber.reset(kept(subscriber.next(), oldest, end));
            seek(of);
            return;
        }
        while (!subscriber.connection().isBusy()) {
            Optional<ConsumerRecord<String, byte[]>> record = backlog.next();
            if (record.isEmpty()) {
                break;
            }
            subscriber.take(reading.read(record.get()));
        }
        of.partitions().stream().filter(p -> !backlog.has(p)).forEach(p -> subscriber.skipTo(of.place(p), consumer.position(p)));
    }

    private void open(PartitionMap of) {
        if (consumer == null) {
            consumer = Consumers.open(kafka);
        }
        consumer.assign(of.partitions());
    }

    private void seek(PartitionMap of) {
        reading = new Reading(of);
        readOf = of;
        of.partitions().forEach(p -> consumer.seek(p, subscriber.next()[of.place(p)]));
        if (subscriber.subscription().agents().isPresent()) {
            Map<TopicPartition, Long> oldest = consumer.beginningOffsets(of.of(Topics.INTERACTIONS));
            oldest.forEach((partition, offset) -> consumer.seek(partition, Math.min(offset, subscriber.next()[of.place(partition)])));
        }
        backlog = new Backlog(consumer, of.partitions());
    }
}
