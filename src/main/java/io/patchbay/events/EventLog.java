package io.patchbay.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.wire.ClientConnection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both event topics as one log for any number of subscribers. One thread reads for all live subscribers. Two more threads serve
 * subscribers that resume from further back. Commands never wait for this class.
 */
public final class EventLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final int RESUMING_THREADS = 2;
    private static final long SOON_MILLIS = 10;
    private static final int INTERNAL_ERROR = 1011;
    private static final long LAST_ROUND_MILLIS = 3_000;

    private final KafkaClients kafka;
    private final Hub hub = new Hub(this::resume);
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threads = new AtomicInteger();
    private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(RESUMING_THREADS,
            task -> new Thread(task, "events-" + threads.incrementAndGet()));
    private final Tail tail;
    private final Thread reader;

    private EventLog(KafkaClients kafka) {
        this.kafka = kafka;
        this.tail = new Tail(kafka, hub);
        this.reader = new Thread(tail, "events-tail");
        reader.setDaemon(true);
    }

    /** Begins to read and returns at once. Repeats the attempt while the broker does not answer. */
    public static EventLog follow(KafkaClients kafka) {
        EventLog log = new EventLog(kafka);
        log.reader.start();
        return log;
    }

    /** Registers metrics of subscribers and of unread records. */
    public void measure(MeterRegistry registry) {
        Gauge.builder("patchbay.events.subscribers", subscribers, Set::size)
                .description("Subscribers of the events door").register(registry);
        Gauge.builder("patchbay.events.lag", tail, Tail::lag)
                .description("Records of the event topics not read yet").register(registry);
    }

    /** Sends events to the subscriber from its cursor, or from now on, until it leaves. */
    void subscribe(Subscriber subscriber) {
        subscribers.add(subscriber);
        resume(subscriber);
    }

    private void resume(Subscriber subscriber) {
        Resume resume = new Resume(kafka, hub, subscriber);
        later(() -> portion(resume, subscriber), Duration.ZERO);
    }

    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
        hub.leave(subscriber);
    }

    void later(Runnable task, Duration delay) {
        try {
            pool.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.atDebug().log("nobody is told anything any more, the gateway stops");
        }
    }

    private void portion(Resume resume, Subscriber subscriber) {
        ClientConnection connection = subscriber.connection();
        try {
            Resume.Next next = resume.portion();
            if (next == Resume.Next.NEVER) {
                resume.end();
            } else {
                later(() -> portion(resume, subscriber), Duration.ofMillis(next == Resume.Next.SOON ? SOON_MILLIS : 0));
            }
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("session", connection.id()).log("a subscriber could not be brought up to date");
            resume.end();
            connection.close(INTERNAL_ERROR, "The gateway failed to read the events");
        }
    }

    @Override
    public void close() {
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        pool.shutdown();
        tail.close();
        try {
            if (!pool.awaitTermination(LAST_ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
            reader.join(LAST_ROUND_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
