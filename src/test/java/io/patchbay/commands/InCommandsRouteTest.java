package io.patchbay.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.dialect.StrictJson;
import io.patchbay.door.Rejections;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Command;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.CommandGroup;
import io.patchbay.publish.NotAcknowledged;
import io.patchbay.publish.ReplyTransactions;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Middleware;
import io.patchbay.wire.RecordIngress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.consumer.CommitManager;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The production route files on the real topic, before cells that a test answers for. */
class InCommandsRouteTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private final String cluster = "test-" + UUID.randomUUID();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Main main = new Main();
    private Unreliable replies;
    private Middleware middleware;

    @BeforeEach
    void start() {
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), new TopicSettings(3, (short) 1, Duration.ofDays(1), true)).run();
        CommandGroup.begin(KafkaClients.plain(broker.bootstrap()), cluster);
        replies = new Unreliable(new ReplyTransactions(KafkaClients.plain(broker.bootstrap())));
        Doors.DEMO.gateway().values().forEach(main::addOverrideProperty);
        main.addOverrideProperty("kafka.brokers", broker.bootstrap());
        main.addOverrideProperty("kafka.commands.enabled", "true");
        main.addOverrideProperty("cluster.name", cluster);
        main.configure().setRoutesIncludePattern("file:routes/1-in-commands.camel.yaml,file:routes/2-dispatch.camel.yaml");
        main.bind("commandGateway", Doors.gateway(this::outcome));
        main.bind("directory", Doors.DEMO.directory().directory());
        main.bind("contactPolicy", new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10)));
        main.bind("jsonLimits", StrictJson.Limits.DEFAULT);
        main.bind("recordIngress", new RecordIngress(64 * 1024));
        main.bind("replies", replies);
        main.bind("cloudEventHeaders", new CloudEventHeaders("n1", "http://localhost:8080/schemas"));
        main.bind("rejections", (Rejections) rejected -> { });
        main.start();
        middleware = new Middleware(broker.bootstrap());
    }

    @AfterEach
    void stop() {
        middleware.close();
        main.stop();
        replies.sound.close();
    }

    private Outcome outcome(Command command) {
        asked.add(command.correlation().value());
        return command.correlation().value().startsWith("unknown") ? Outcome.refused(Reason.UNAVAILABLE, "Ask again.") : Outcome.accepted();
    }

    @Test
    void a_command_whose_reply_kafka_does_not_take_is_read_again_before_those_behind_it() {
        replies.refused.set(2);
        RecordMetadata first = middleware.send("ana", Middleware.command("first", "ana", "endSession", "{}", "{}"));
        RecordMetadata second = middleware.send("ana", Middleware.command("second", "ana", "endSession", "{}", "{}"));

        assertThat(middleware.reply(second).path("id").asText()).isEqualTo("second");
        assertThat(middleware.reply(first).path("id").asText()).isEqualTo("first");
        assertThat(asked).containsExactly("first", "first", "first", "second");
        assertThat(middleware.repliesTo(first)).hasSize(1);
    }

    @Test
    void an_outcome_that_is_not_known_is_told_and_those_behind_it_are_read() {
        RecordMetadata first = middleware.send("ana", Middleware.command("unknown", "ana", "endSession", "{}", "{}"));
        RecordMetadata second = middleware.send("ana", Middleware.command("second", "ana", "endSession", "{}", "{}"));

        assertThat(middleware.reply(first).at("/error/code").asText()).isEqualTo("UNAVAILABLE");
        assertThat(middleware.reply(second).path("outcome").asText()).isEqualTo("accepted");
    }

    /** Transactions of which Kafka takes some only. */
    static final class Unreliable implements KafkaManualCommitFactory {
        private final AtomicInteger refused = new AtomicInteger();
        private final ReplyTransactions sound;

        Unreliable(ReplyTransactions sound) {
            this.sound = sound;
        }

        @Override
        public KafkaManualCommit newInstance(CamelExchangePayload from, KafkaRecordPayload read, CommitManager manager) {
            return sound.newInstance(from, read, manager);
        }

        public void address(Exchange exchange) {
            sound.address(exchange);
        }

        public void commit(Exchange exchange) {
            if (refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new NotAcknowledged("not this time", null);
            }
            sound.commit(exchange);
        }
    }
}
