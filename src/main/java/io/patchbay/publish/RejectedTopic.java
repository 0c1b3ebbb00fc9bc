package io.patchbay.publish;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.model.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes rejected messages to {@link Topics#REJECTED}. Every client that reaches a port can cause them, so their cost is limited. A few
 * wait, a few a second are written, one after the other and repeatedly until Kafka has them. The rest is counted and dropped.
 */
public final class RejectedTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedTopic.class);
    private static final int MOST_WAITING = 1_000;
    private static final long CLOSING_MILLIS = 2_000;
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long AGAIN_MILLIS = 1_000;

    private final BlockingQueue<KafkaRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LongAdder written = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final EventRecords records;
    private final Clock clock;
    private final Bucket rateLimit;
    private volatile boolean closing;
    private volatile Thread writer;

    /** @param perSecond the most records a second */
    public RejectedTopic(EventRecords records, int perSecond, Clock clock) {
        this.records = records;
        this.clock = clock;
        this.rateLimit = Bucket.builder().addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond,
                Duration.ofSeconds(1))).build();
    }

    /** Never blocks. Records before {@link #use} wait for it. */
    public void add(Rejected rejected) {
        if (closing || waiting.remainingCapacity() == 0 || !waiting.offer(records.rejected(rejected, clock.instant()))) {
            dropped.increment();
        }
    }

    /** Sets the outbound. It must be separate, because a broker that is away blocks it. */
    public void use(Outbound way) {
        writer = new Thread(() -> write(way), "rejected");
        writer.start();
    }

    /** Registers two counters. Together they count all records except the waiting ones. */
    public void measure(MeterRegistry registry) {
        Map.of("written", written, "dropped", dropped).forEach((outcome, count) ->
                FunctionCounter.builder("patchbay.rejected", count, LongAdder::sum).tag("outcome", outcome)
                        .description("Messages that no door could read, by whether they are on their topic").register(registry));
    }

    private void write(Outbound way) {
        try {
            while (!closing || !waiting.isEmpty()) {
                KafkaRecord next = waiting.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    (isTaken(next, way) ? written : dropped).increment();
                }
            }
        } catch (InterruptedException e) {
            dropped.add(waiting.size());
            LOG.atDebug().addKeyValue("topic", Topics.REJECTED).log("what still waited to be written is dropped, the gateway stops");
        }
    }

    /** Returns true when Kafka has the record, false if the gateway stops before. */
    private boolean isTaken(KafkaRecord record, Outbound way) {
        try {
            rateLimit.asBlocking().consume(1);
            for (int attempts = 1; !isAcknowledged(record, way, attempts == 1); attempts++) {
                if (closing) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isAcknowledged(KafkaRecord record, Outbound way, boolean first) {
        try {
            way.send(List.of(record)).toCompletableFuture().join();
            return true;
        } catch (CompletionException e) {
            LOG.atLevel(first ? Level.WARN : Level.DEBUG).addKeyValue("topic", Topics.REJECTED)
                    .addKeyValue("reason", e.getCause().getMessage())
                    .log("what could not be read cannot be written now; it waits, and what finds no place is dropped");
            return false;
        }
    }

    /** Writes waiting records for at most two seconds. */
    @Override
    public void close() {
        closing = true;
        try {
            if (writer != null) {
                writer.join(CLOSING_MILLIS);
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
