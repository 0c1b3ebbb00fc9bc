package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.publish.Offset;
import io.patchbay.publish.Outbound;
import io.patchbay.publish.Topics;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a snapshot is written: not more often than once a second, and also of what never rests. */
class SnapshotTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private final ConcurrentLinkedQueue<Runnable> held = new ConcurrentLinkedQueue<>();

    @Test
    void one_is_due_when_the_state_is_newer_and_the_last_one_is_a_second_old() {
        PublicationProgress progress = new PublicationProgress();
        assertThat(progress.isSnapshotDue(0, 0)).as("nothing happened yet").isFalse();
        assertThat(progress.isSnapshotDue(1, 0)).isTrue();

        progress.snapshotBegins(0);
        assertThat(progress.isSnapshotDue(1, TimeUnit.MILLISECONDS.toNanos(150))).as("a sweep after a change of members").isFalse();
        assertThat(progress.isSnapshotDue(1, TimeUnit.SECONDS.toNanos(1))).as("it was not acknowledged").isTrue();

        progress.snapshotDone(1);
        assertThat(progress.isSnapshotDue(1, TimeUnit.SECONDS.toNanos(1))).isFalse();
        assertThat(progress.isSnapshotDue(2, TimeUnit.MILLISECONDS.toNanos(150))).isFalse();
        assertThat(progress.isSnapshotDue(2, TimeUnit.SECONDS.toNanos(1))).isTrue();
    }

    @Test
    void a_queue_whose_events_are_always_on_their_way_has_one_too() {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap(), this::neverResting)) {
            Driver driver = new Driver(cluster.member(0));
            QueueName queue = new QueueName(Driver.someone("busy").value());
            driver.take(Subject.of(queue), arrival(1));
            int[] arrived = {1};

            await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(20)).until(() -> {
                driver.take(Subject.of(queue), arrival(++arrived[0]));
                Runnable next = held.poll();
                if (next != null) {
                    next.run();
                }
                return !broker.records(Topics.QUEUE_STATE, queue.value()).isEmpty();
            });
        }
    }

    private static QueueCommand arrival(int n) {
        return new QueueCommand.Enqueue(new InteractionId("B%015d".formatted(n)), Medium.VOICE, Instant.EPOCH, true, Driver.TERMS,
                new PartyId("%016d".formatted(n)));
    }

    /** Kafka acknowledges events of a queue only when there are others already. */
    private Outbound neverResting(Outbound real) {
        return batch -> {
            CompletableFuture<List<Offset>> acknowledged = new CompletableFuture<>();
            real.send(batch).thenAccept(offsets -> {
                if (batch.get(0).topic().equals(Topics.QUEUES)) {
                    held.add(() -> acknowledged.complete(offsets));
                } else {
                    acknowledged.complete(offsets);
                }
            });
            return acknowledged;
        };
    }
}
