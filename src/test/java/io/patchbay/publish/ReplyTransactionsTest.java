package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.patchbay.broker.TopicSettings;
import io.patchbay.broker.TopicSetup;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Middleware;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory.CamelExchangePayload;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory.KafkaRecordPayload;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reply and the position of its command, against the real broker. */
class ReplyTransactionsTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private final String group = "test-" + UUID.randomUUID();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Middleware middleware;
    private RecordMetadata command;

    @BeforeEach
    void write() {
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), new TopicSettings(3, (short) 1, Duration.ofDays(1), true)).run();
        middleware = new Middleware(broker.bootstrap());
        command = middleware.send("ana", "{}");
    }

    @AfterEach
    void close() {
        middleware.close();
    }

    @Test
    void a_reply_is_told_with_the_position_behind_its_command() {
        try (var replies = new ReplyTransactions(KafkaClients.plain(broker.bootstrap())); var reader = reader()) {
            replies.commit(exchange(replies, reader, "first"));

            assertThat(outcome()).isEqualTo("first");
            assertThat(reader.committed(Set.of(partition())).get(partition()).offset()).isEqualTo(command.offset() + 1);
        }
    }

    @Test
    void who_lost_the_partition_tells_nothing_and_moves_nothing() {
        KafkaClients kafka = KafkaClients.plain(broker.bootstrap());
        try (var late = new ReplyTransactions(kafka); var replies = new ReplyTransactions(kafka);
                var lost = reader()) {
            Exchange stale = exchange(late, lost, "late");
            lost.unsubscribe();
            try (var owner = reader()) {
                assertThatExceptionOfType(NotAcknowledged.class).isThrownBy(() -> late.commit(stale));
                assertThat(owner.committed(Set.of(partition())).get(partition())).isNull();

                replies.commit(exchange(replies, owner, "owner"));
                assertThat(outcome()).isEqualTo("owner");
                assertThat(middleware.repliesTo(command)).hasSize(1);
                late.commit(exchange(late, owner, "again"));
                await().until(() -> middleware.repliesTo(command).size() == 2);
            }
        }
    }

    private String outcome() {
        return middleware.reply(command).path("outcome").asText();
    }

    /** What the route has at its end: the record's handle and the reply. */
    private Exchange exchange(ReplyTransactions replies, KafkaConsumer<byte[], byte[]> reader, String outcome) {
        Exchange exchange = new DefaultExchange(camel);
        KafkaManualCommit handle = replies.newInstance(new CamelExchangePayload(exchange, reader, "t", null),
                new KafkaRecordPayload(partition(), command.offset(), 1_000), null);
        exchange.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, handle);
        new ReplyAddress("ana".getBytes(UTF_8), Map.of("ce_id", "x")).putInto(exchange);
        exchange.getMessage().setBody(("{\"outcome\":\"" + outcome + "\",\"record\":{\"partition\":" + command.partition()
                + ",\"offset\":" + command.offset() + "}}").getBytes(UTF_8));
        return exchange;
    }

    /** One that has read the command as a member of the group. */
    private KafkaConsumer<byte[], byte[]> reader() {
        KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(Map.of("bootstrap.servers", broker.bootstrap(), "group.id", group,
                "enable.auto.commit", false, "auto.offset.reset", "earliest"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        reader.subscribe(List.of(Topics.COMMANDS));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(100))) {
                if (record.partition() == command.partition() && record.offset() == command.offset()) {
                    return true;
                }
            }
            return false;
        });
        return reader;
    }

    private TopicPartition partition() {
        return new TopicPartition(Topics.COMMANDS, command.partition());
    }
}
