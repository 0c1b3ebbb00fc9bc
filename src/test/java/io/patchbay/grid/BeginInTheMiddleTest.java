package io.patchbay.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.publish.Topics;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.testing.Fold;
import io.patchbay.testing.OwnBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * The recipe of events.md to the letter, without its last resort: the state topics are read once, while calls run, and then the events from
 * the offsets in the snapshots. There is no gap, and the states are those of the cells.
 */
class BeginInTheMiddleTest {
    private static final List<AgentId> AGENTS = Stream.of("ana", "ben", "caro", "dan").map(AgentId::new).toList();
    private static final List<QueueName> QUEUES = List.of(new QueueName("sales"));
    private static final List<String> EVENTS = List.of(Topics.AGENTS, Topics.INTERACTIONS);
    private final Fold fold = new Fold((Agent s, AgentEvent e, Instant at) -> new AgentRules().evolve(s, e, at),
            (Interaction s, InteractionEvent e, Instant at) -> new InteractionRules().evolve(s, e, at));

    @Test
    void states_read_once_and_the_events_after_them_leave_no_gap() {
        try (OwnBroker broker = OwnBroker.start(); Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            RandomCalls calls = new RandomCalls(cluster.member(0), AGENTS, QUEUES, 7);
            QUEUES.forEach(queue -> new Driver(cluster.member(0)).take(Subject.of(queue), new QueueCommand.Open()));
            calls.run(100);
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> calls.run(100));
            await().atMost(Duration.ofSeconds(20)).until(() -> Fold.snapshots(broker.bootstrap()).size() > AGENTS.size() * 3);
            Map<Subject, StateSnapshot> snapshots = Fold.snapshots(broker.bootstrap());
            running.join();
            assertThat(snapshots.values()).allSatisfy(snapshot -> assertThat(snapshot.offsets()).hasSize(1));

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Map<Subject, Fold.Folded> known = fold.after(snapshots, after(snapshots, broker));
                List<Subject> subjects = Stream
                        .concat(AGENTS.stream().map(Subject::of), calls.calls().stream().map(Driver.Arrived::subject))
                        .filter(subject -> cluster.member(0).cell(subject) != null).toList();
                assertThat(subjects).hasSizeGreaterThan(20).allSatisfy(subject ->
                        assertThat(known.get(subject).state()).isEqualTo(cluster.member(0).cell(subject).state()));
            });
        }
    }

    /** Of a subject with a snapshot only what follows the place in it; of another one all. */
    private static List<ConsumerRecord<String, byte[]>> after(Map<Subject, StateSnapshot> snapshots, OwnBroker broker) {
        return EVENTS.stream().flatMap(topic -> broker.records(topic).stream())
                .filter(record -> Optional.ofNullable(snapshots.get(subject(record))).stream().flatMap(known -> known.offsets().stream())
                        .allMatch(last -> last.topic().equals(record.topic()) && last.partition() == record.partition()
                                && last.offset() < record.offset())).toList();
    }

    private static Subject subject(ConsumerRecord<String, byte[]> record) {
        return Subject.parse(new String(record.headers().lastHeader("ce_subject").value(), UTF_8));
    }
}
