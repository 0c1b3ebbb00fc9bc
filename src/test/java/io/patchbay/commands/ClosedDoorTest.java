package io.patchbay.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Commands given while the door is not open: never switched on, not yet, or just now shut. */
class ClosedDoorTest {
    private static final String SIGN_IN = Middleware.command("m-1", "ana", "startSession", "{}", "{}");

    @Test
    void a_gateway_that_was_not_told_to_makes_no_topics_for_commands() throws Exception {
        try (OwnBroker broker = OwnBroker.start(); Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            start(broker, "off", "false").close();
            assertThat(admin.listTopics().names().get()).contains("cti.agents").doesNotContain("cti.commands", "cti.replies");
        }
    }

    @Test
    void a_gateway_that_was_not_told_to_reads_no_commands() throws Exception {
        try (OwnBroker broker = OwnBroker.start(); Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            withTopics(broker);
            RunningGateway gateway = start(broker, "off", "false");
            try (Middleware middleware = new Middleware(broker.bootstrap())) {
                middleware.send("ana", SIGN_IN);
                assertThat(admin.listGroups().all().get()).noneMatch(group -> group.groupId().startsWith("patchbay-commands"));
                assertThat(broker.records("cti.agents")).isEmpty();
            }
            gateway.close();
        }
    }

    @Test
    void what_was_written_before_the_door_was_ever_open_is_left_and_what_was_written_while_it_was_shut_is_done() {
        try (OwnBroker broker = OwnBroker.start()) {
            withTopics(broker);
            try (Middleware middleware = new Middleware(broker.bootstrap())) {
                RecordMetadata before = middleware.send("ana", SIGN_IN);
                RunningGateway gateway = start(broker, "on", "true");
                assertThat(middleware.ask("ana", "endSession", "{}", "{}").at("/error/code").asText()).isEqualTo("NOT_SIGNED_IN");
                gateway.close();

                RecordMetadata shut = middleware.send("ana", SIGN_IN);
                RunningGateway again = start(broker, "on", "true");
                assertThat(middleware.reply(shut).path("outcome").asText()).isEqualTo("accepted");
                assertThat(middleware.repliesTo(before)).isEmpty();
                again.close();
            }
        }
    }

    private static void withTopics(OwnBroker broker) {
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), new TopicSettings(3, (short) 1, Duration.ofDays(1), true)).run();
    }

    private static RunningGateway start(OwnBroker broker, String cluster, String enabled) {
        return RunningGateway.start(Map.of("kafka.brokers", broker.bootstrap(), "kafka.commands.enabled", enabled,
                "cluster.name", "test-door-" + cluster));
    }
}
