package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A queue's cell is written whole at each step, so what it keeps for Kafka has a limit, and is little while Kafka answers. */
class QueueCellTest {
    private static final int ARRIVALS = 1_000;
    private static final CellType<?, ?, ?> QUEUES = CellTypes.ofTheGateway().queues();
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));

    private Cell cell = Cell.fresh(Subject.of(new QueueName("sales")), 1, QUEUES.initial());

    private void arrive(int n) {
        InteractionId interaction = new InteractionId("I%015d".formatted(n));
        Command.Sender sender = new Command.Sender(Subject.of(interaction), 1, 1, 0, 1);
        cell = Step.take(cell, new Command(new CommandId("c" + n), new CommandId("cause"), Instant.EPOCH, cell.subject(),
                new QueueCommand.Enqueue(interaction, Medium.VOICE, Instant.EPOCH, true, TERMS, new PartyId("%016d".formatted(n))), "",
                Optional.of(sender)), QUEUES).cell();
    }

    @Test
    void while_kafka_is_away_the_latest_events_wait_and_older_ones_are_dropped() {
        for (int n = 1; n <= ARRIVALS; n++) {
            arrive(n);
        }
        assertThat(cell.number()).isEqualTo(ARRIVALS);
        assertThat(cell.events()).hasSize(Cell.KEPT_QUEUE_EVENTS);
        assertThat(cell.events()).extracting(Recorded::number).startsWith(ARRIVALS - Cell.KEPT_QUEUE_EVENTS + 1L).endsWith((long) ARRIVALS);
        assertThat(cell.isUnsettled()).isTrue();
    }

    @Test
    void what_kafka_has_is_not_kept_but_for_the_last_event() {
        for (int n = 1; n <= 10; n++) {
            arrive(n);
        }
        assertThat(cell.settledTo(new Cell.Settled(7, 0)).events()).extracting(Recorded::number).containsExactly(8L, 9L, 10L);
        assertThat(cell.settledTo(new Cell.Settled(10, 0)).events()).extracting(Recorded::number).containsExactly(10L);
    }
}
