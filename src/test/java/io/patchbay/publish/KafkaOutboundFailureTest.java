package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.testing.OwnBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stops its broker, hence one of its own. */
class KafkaOutboundFailureTest {
    private static final String TOPIC = "cti.interactions";

    private final OwnBroker broker = OwnBroker.start();
    private final OutKafka route = OutKafka.start(broker.bootstrap());
    private final KafkaOutbound outbound = new KafkaOutbound(route.camel());

    @AfterEach
    void stop() {
        outbound.close();
        route.close();
        broker.close();
    }

    @Test
    void a_batch_a_dead_broker_never_acknowledged_fails_in_time_and_can_be_sent_again() throws Exception {
        outbound.send(batch("1")).toCompletableFuture().get(10, TimeUnit.SECONDS);
        broker.stop();
        assertThatThrownBy(() -> send(batch("2", "3")))
                .hasCauseInstanceOf(NotAcknowledged.class).hasMessageContaining("Send them again");

        broker.startAgain();
        send(batch("2", "3"));
        assertThat(arrived()).containsExactly("1", "2", "3");
    }

    @Test
    void nothing_overtakes_a_record_of_its_batch_that_was_refused_at_once() throws Exception {
        List<KafkaRecord> batch = List.of(record("1"), record("x".repeat(3_000_000)), record("3"));
        assertThatThrownBy(() -> send(batch)).hasCauseInstanceOf(NotAcknowledged.class).hasMessageContaining("RecordTooLarge")
                .hasMessageNotContaining("xxx");

        send(batch("4"));
        assertThat(arrived()).containsExactly("1", "4");
    }

    @Test
    void the_caller_does_not_wait_for_a_topic_that_is_not_there() {
        CompletableFuture<List<Offset>> done = outbound.send(List.of(new KafkaRecord("cti.misspelt", "key", Map.of(), new byte[0])))
                .toCompletableFuture();
        assertThat(done).isNotDone();
        assertThat(done).failsWithin(Duration.ofSeconds(5)).withThrowableThat()
                .withCauseInstanceOf(NotAcknowledged.class).withMessageContaining("cti.misspelt");
    }

    @Test
    void without_the_route_or_after_closing_a_batch_fails_at_once() throws Exception {
        outbound.close();
        assertThatThrownBy(() -> send(batch("1"))).hasCauseInstanceOf(NotAcknowledged.class).hasMessageContaining("closed");
        try (DefaultCamelContext empty = new DefaultCamelContext()) {
            empty.setCaseInsensitiveHeaders(false);
            empty.start();
            try (KafkaOutbound nowhere = new KafkaOutbound(empty)) {
                assertThat(nowhere.send(batch("1")).toCompletableFuture()).failsWithin(Duration.ofSeconds(2)).withThrowableThat()
                        .withCauseInstanceOf(NotAcknowledged.class).withMessageContaining("direct://kafka");
            }
        }
    }

    @Test
    void a_context_that_renames_headers_is_refused() throws Exception {
        try (DefaultCamelContext renaming = new DefaultCamelContext()) {
            renaming.start();
            assertThatThrownBy(() -> new KafkaOutbound(renaming)).hasMessageContaining("set caseInsensitiveHeaders to false");
        }
    }

    private List<Offset> send(List<KafkaRecord> batch) throws Exception {
        return outbound.send(batch).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private List<String> arrived() {
        return broker.records(TOPIC).stream().map(r -> new String(r.value(), UTF_8)).toList();
    }

    private static List<KafkaRecord> batch(String... values) {
        return List.of(values).stream().map(KafkaOutboundFailureTest::record).toList();
    }

    private static KafkaRecord record(String value) {
        return new KafkaRecord(TOPIC, "key", Map.of(), value.getBytes(UTF_8));
    }
}
