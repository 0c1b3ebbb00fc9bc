package io.patchbay.broker;

import static io.patchbay.broker.UnusableBroker.Setting.BROKERS;

import io.patchbay.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/** Calls a broker as a client does until it answers and every partition has a leader. */
final class Readiness {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Readiness() { }

    static Admin admin(KafkaClients kafka) {
        try {
            return kafka.admin(Map.of(
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000));
        } catch (KafkaException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new UnusableBroker(BROKERS, "No broker can be looked for at '" + kafka + "' (" + reason
                    + "): give host:port, several separated by commas.", e);
        }
    }

    /** All topics of the broker. */
    static void await(KafkaClients kafka, Duration patience) {
        await(kafka, patience, admin -> admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get());
    }

    static void await(KafkaClients kafka, Collection<String> topics, Duration patience) {
        await(kafka, patience, admin -> topics);
    }

    private static void await(KafkaClients kafka, Duration patience, Question topics) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Admin admin = admin(kafka)) {
            while (!allLed(kafka, admin, topics)) {
                if (System.nanoTime() > deadline) {
                    throw new UnusableBroker(BROKERS, "The broker at " + kafka + " has partitions without a leader after "
                            + patience.toSeconds() + " s: look at its log.", null);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean allLed(KafkaClients kafka, Admin admin, Question topics) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty()
                    && admin.describeTopics(topics.names(admin)).allTopicNames().get().values().stream().allMatch(Readiness::led);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw DeniedAccess.of(kafka, "look at its topics", BROKERS, "The broker does not answer as it should", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableBroker(UnusableBroker.Setting.NONE, "Interrupted while waiting for the broker", e);
        }
    }

    private interface Question {
        Collection<String> names(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static boolean led(TopicDescription topic) {
        return topic.partitions().stream().allMatch(p -> p.leader() != null && !p.leader().isEmpty());
    }
}
