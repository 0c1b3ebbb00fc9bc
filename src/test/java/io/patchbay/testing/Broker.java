package io.patchbay.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One embedded broker for all tests of the JVM, with the gateway's topics, started by the first test that needs it:
 * {@code @RegisterExtension static final Broker broker = new Broker();}. Topics are shared, so tests look for keys of their own.
 */
public final class Broker implements BeforeAllCallback {
    private OwnBroker shared;

    /** Started by whoever first asks, stopped when the JVM ends. */
    private static final class Holder {
        private static final OwnBroker SHARED = OwnBroker.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SHARED::close, "stop-broker"));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = Holder.SHARED;
    }

    /** The brokers' address, for tests that start a whole gateway. */
    public static String shared() {
        return Holder.SHARED.bootstrap();
    }

    public String bootstrap() {
        return shared.bootstrap();
    }

    /** All records of a topic of the shared broker, from its beginning to its present end, in the order of each partition. */
    public static List<ConsumerRecord<String, byte[]>> sharedRecords(String topic) {
        return Holder.SHARED.records(topic);
    }

    /** All records of a topic, from its beginning to its present end, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return shared.records(topic);
    }

    /** The records of one key, in order. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return records(topic).stream().filter(r -> key.equals(r.key())).toList();
    }

    /** Waits until a key has at least so many records, and gives them all. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(String topic, String key, int count) {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).until(() -> records(topic, key),
                found -> found.size() >= count);
    }

    /** Waits until a topic has a record of this kind, and gives all records of the topic. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).until(() -> records(topic),
                found -> found.stream().anyMatch(wanted));
    }
}
