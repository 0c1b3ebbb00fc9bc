package io.patchbay.broker;

import static io.patchbay.broker.UnusableBroker.Setting.BROKERS;
import static io.patchbay.broker.UnusableBroker.Setting.TOPICS;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import io.patchbay.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates missing topics of the gateway and refuses a broker with a wrong cleanup policy. Compacted events would lose history, and
 * deleted snapshots would lose live calls (DESIGN 6).
 */
public final class TopicSetup {
    /** All topics of the gateway and their cleanup policy: by age ({@code delete}) or by key ({@code compact}). */
    private static final Map<String, String> POLICIES = new TreeMap<>(Map.of(
            "cti.interactions", CLEANUP_POLICY_DELETE,
            "cti.agents", CLEANUP_POLICY_DELETE,
            "cti.rejected", CLEANUP_POLICY_DELETE,
            "cti.interaction-state", CLEANUP_POLICY_COMPACT,
            "cti.agent-state", CLEANUP_POLICY_COMPACT,
            "cti.queues", CLEANUP_POLICY_DELETE,
            "cti.queue-state", CLEANUP_POLICY_COMPACT,
            "cti.directory", CLEANUP_POLICY_COMPACT,
            "cti.commands", CLEANUP_POLICY_DELETE,
            "cti.replies", CLEANUP_POLICY_DELETE));
    private static final Set<String> FOR_COMMANDS = Set.of("cti.commands", "cti.replies");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SNAPSHOT_SEGMENT = String.valueOf(Duration.ofHours(1).toMillis());

    private final KafkaClients kafka;
    private final TopicSettings settings;

    public TopicSetup(KafkaClients kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /**
     * Returns when all topics exist, are correct and have leaders. Several gateways may do this at once. Throws {@link UnusableBroker}.
     */
    public void run() {
        try (Admin admin = Readiness.admin(kafka)) {
            Set<String> present = answer(admin.listTopics().names());
            topics().stream().filter(topic -> !present.contains(topic)).forEach(topic -> create(admin, topic));
            Readiness.await(kafka, topics(), PATIENCE);
            check(admin);
        }
    }

    private Set<String> topics() {
        return POLICIES.keySet().stream().filter(topic -> settings.commands() || !FOR_COMMANDS.contains(topic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void create(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, settings.partitions(), settings.replication()).configs(configOf(topic))))
                    .all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw DeniedAccess.of(kafka, "create the topic " + topic, TOPICS,
                        "The topic " + topic + " cannot be created with " + settings, e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Map<String, String> configOf(String topic) {
        String policy = POLICIES.get(topic);
        return policy.equals(CLEANUP_POLICY_DELETE)
                ? Map.of(CLEANUP_POLICY_CONFIG, policy, RETENTION_MS_CONFIG, String.valueOf(settings.retention().toMillis()))
                : Map.of(CLEANUP_POLICY_CONFIG, policy, SEGMENT_MS_CONFIG, SNAPSHOT_SEGMENT, MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");
    }

    private void check(Admin admin) {
        List<ConfigResource> resources = topics().stream().map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t)).toList();
        Map<ConfigResource, Config> configs = answer(admin.describeConfigs(resources).all());
        List<String> wrong = resources.stream()
                .filter(r -> !policyOf(configs.get(r)).equals(POLICIES.get(r.name())))
                .map(r -> r.name() + " has " + CLEANUP_POLICY_CONFIG + "=" + policyOf(configs.get(r)) + ", needs " + POLICIES.get(r.name()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new UnusableBroker(TOPICS, "Topics would forget the wrong records: " + String.join("; ", wrong)
                    + ". Change them with kafka-configs or name another broker.", null);
        }
    }

    private static String policyOf(Config config) {
        return config.get(CLEANUP_POLICY_CONFIG).value();
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw DeniedAccess.of(kafka, "look at its topics", BROKERS, "The broker at " + kafka + " does not answer", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UnusableBroker interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UnusableBroker(UnusableBroker.Setting.NONE, "Interrupted while looking at the topics", e);
    }
}
