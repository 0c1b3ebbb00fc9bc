package io.patchbay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.CommandId;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.testing.OwnBroker;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks at all there is on the topics, hence with a broker of its own. */
class LastEraTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final EventRecords records = new EventRecords(new CloudEventHeaders("n1", "http://localhost:8080/schemas"));

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
    void the_highest_era_of_any_partition_counts_and_there_is_none_on_empty_topics() throws Exception {
        assertThat(LastEra.read(KafkaClients.plain(broker.bootstrap()), PATIENCE)).isZero();

        send(event("ana", 1, 1), event("ana", 2, 2), event("ben", 12, 1), event("ben", 11, 7), event("caro", 3, 4));
        assertThat(LastEra.read(KafkaClients.plain(broker.bootstrap()), PATIENCE)).isEqualTo(12);
    }

    @Test
    void a_snapshot_counts_when_its_events_are_forgotten_and_a_tombstone_hides_none() throws Exception {
        Subject ana = Subject.of(new AgentId("ana"));
        send(records.snapshot(ana, new EventRecords.StateSnapshot(5, 9, List.of(), Agent.SIGNED_OUT), Instant.EPOCH));
        send(IntStream.range(0, 150).mapToObj(i -> records.tombstone(ana)).toArray(KafkaRecord[]::new));

        assertThat(LastEra.read(KafkaClients.plain(broker.bootstrap()), PATIENCE)).isEqualTo(5);
    }

    @Test
    void what_is_not_ours_says_nothing() throws Exception {
        send(event("ana", 4, 1), new KafkaRecord(Topics.AGENTS, "ana", Map.of(), new byte[0]),
                new KafkaRecord(Topics.AGENTS, "ana", Map.of("ce_id", "agent/ana/99"), new byte[0]));

        assertThat(LastEra.read(KafkaClients.plain(broker.bootstrap()), PATIENCE)).isEqualTo(4);
    }

    @Test
    void all_partitions_are_read_together() throws Exception {
        send(IntStream.range(0, 64).mapToObj(i -> event("agent-" + i, 6, 1)).toArray(KafkaRecord[]::new));
        AtomicInteger rounds = new AtomicInteger();

        int era = new LastEra(broker.bootstrap(), PATIENCE, settings -> counting(
                LastEra.consumer(KafkaClients.plain(broker.bootstrap()), settings), rounds)).read();

        assertThat(era).isEqualTo(6);
        assertThat(rounds).hasValue(1);
    }

    /** Counts how often partitions are chosen to be read. */
    @SuppressWarnings("unchecked")
    private static Consumer<String, byte[]> counting(Consumer<String, byte[]> consumer, AtomicInteger rounds) {
        return (Consumer<String, byte[]>) Proxy.newProxyInstance(LastEraTest.class.getClassLoader(), new Class<?>[] {Consumer.class},
                (proxy, method, arguments) -> {
                    if (List.of("assign", "resume").contains(method.getName())) {
                        rounds.incrementAndGet();
                    }
                    return method.invoke(consumer, arguments);
                });
    }

    @Test
    void a_broker_that_does_not_answer_is_an_error_in_time() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            String nowhere = "127.0.0.1:" + silent.getLocalPort();
            long begun = System.nanoTime();
            assertThatThrownBy(() -> LastEra.read(KafkaClients.plain(nowhere), Duration.ofMillis(700)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(nowhere).hasMessageContaining(Topics.AGENTS);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private KafkaRecord event(String agent, int era, long number) {
        return records.event(Subject.of(new AgentId(agent)), era, new Recorded(number, Instant.EPOCH, new CommandId("c-1"),
                Optional.empty(), new AgentEvent.SessionEnded(Cause.LOGOUT)));
    }

    private void send(KafkaRecord... batch) throws Exception {
        outbound.send(List.of(batch)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
