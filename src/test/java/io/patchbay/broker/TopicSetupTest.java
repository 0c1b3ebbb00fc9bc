package io.patchbay.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.patchbay.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a broker without topics, hence one of its own. */
class TopicSetupTest {
    private static final TopicSettings SETTINGS = new TopicSettings(3, (short) 1, Duration.ofDays(7));
    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(new BrokerSettings(directory, "127.0.0.1", 0));
        admin = Readiness.admin(KafkaClients.plain(broker.bootstrap()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void missing_topics_are_made_with_the_right_policies_and_others_are_left_alone() throws Exception {
        reset();
        create("cti.agents", 5, Map.of());
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), SETTINGS).run();
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), SETTINGS).run();

        assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrder(
                "cti.interactions", "cti.agents", "cti.rejected", "cti.interaction-state", "cti.agent-state", "cti.directory",
                "cti.queues", "cti.queue-state");
        assertThat(config("cti.interactions", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("cti.interactions", "retention.ms")).isEqualTo("604800000");
        assertThat(config("cti.rejected", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("cti.interaction-state", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("cti.agent-state", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("cti.directory", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("cti.queues", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("cti.queue-state", "cleanup.policy")).isEqualTo("compact");
        assertThat(partitions("cti.interactions")).isEqualTo(3);
        assertThat(partitions("cti.agents")).isEqualTo(5);
    }

    @Test
    void the_topics_of_commands_are_made_where_they_are_wanted() throws Exception {
        reset();
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), new TopicSettings(3, (short) 1, Duration.ofDays(7), true)).run();

        assertThat(admin.listTopics().names().get()).contains("cti.commands", "cti.replies");
        assertThat(config("cti.commands", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("cti.replies", "cleanup.policy")).isEqualTo("delete");
    }

    @Test
    void a_state_topic_that_would_forget_live_calls_is_refused() throws Exception {
        reset();
        create("cti.interaction-state", 3, Map.of("cleanup.policy", "delete"));
        assertThatExceptionOfType(UnusableBroker.class)
                .isThrownBy(() -> new TopicSetup(KafkaClients.plain(broker.bootstrap()), SETTINGS).run())
                .withMessageContaining("cti.interaction-state has cleanup.policy=delete, needs compact")
                .satisfies(e -> assertThat(e.setting()).isEqualTo(UnusableBroker.Setting.TOPICS));
    }

    @Test
    void more_copies_than_brokers_are_refused_naming_the_topic() throws Exception {
        reset();
        assertThatExceptionOfType(UnusableBroker.class)
                .isThrownBy(() -> new TopicSetup(KafkaClients.plain(broker.bootstrap()),
                        new TopicSettings(1, (short) 3, Duration.ofDays(1))).run())
                .withMessageContaining("cti.agent-state")
                .satisfies(e -> assertThat(e.setting()).isEqualTo(UnusableBroker.Setting.TOPICS));
    }

    @Test
    void brokers_that_cannot_be_found_are_named() {
        for (String nowhere : List.of("no-such-host.invalid:9092", "no port")) {
            assertThatExceptionOfType(UnusableBroker.class)
                    .isThrownBy(() -> new TopicSetup(KafkaClients.plain(nowhere), SETTINGS).run())
                    .withMessageContaining("'" + nowhere + "'")
                    .satisfies(e -> assertThat(e.setting()).isEqualTo(UnusableBroker.Setting.BROKERS));
        }
    }

    private static void reset() throws Exception {
        Set<String> present = admin.listTopics().names().get();
        admin.deleteTopics(present).all().get();
        await().until(() -> admin.listTopics().names().get().isEmpty());
    }

    private static void create(String topic, int partitions, Map<String, String> config) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config))).all().get();
    }

    private static String config(String topic, String key) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key).value();
    }

    private static int partitions(String topic) throws Exception {
        Map<String, TopicDescription> topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
        return topics.get(topic).partitions().size();
    }
}
