package io.patchbay.events;

import io.patchbay.kafka.KafkaClients;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers without a group, each at assigned offsets. A deleted offset is an exception, never a silent jump. */
final class Consumers {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final int PAGE = 500;
    /** Partitions that are added are found within this time. */
    static final int REFRESH_MILLIS = 2_000;
    private static final int FETCHED = 4 * 1024 * 1024;

    private Consumers() { }

    static KafkaConsumer<String, byte[]> open(KafkaClients kafka) {
        Map<String, Object> settings = Map.of("client.id", "patchbay-events-" + COUNTER.incrementAndGet(),
                "auto.offset.reset", "none", "allow.auto.create.topics", false, "enable.auto.commit", false,
                "max.poll.records", PAGE, "fetch.max.bytes", FETCHED, "max.partition.fetch.bytes", FETCHED / 4,
                "default.api.timeout.ms", 20_000, "metadata.max.age.ms", REFRESH_MILLIS);
        return kafka.consumer(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
