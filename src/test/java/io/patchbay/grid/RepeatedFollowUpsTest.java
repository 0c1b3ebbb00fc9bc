package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.json.ModelJson;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many cells send to one, and each repeats what its outbox holds, as after the loss of its owner, at any time and in any mixture: the
 * effect is that of each follow-up once.
 */
class RepeatedFollowUpsTest {
    private static final int SOURCES = 1_200;
    private static final CellType<?, ?, ?> QUEUES = CellTypes.ofTheGateway().queues();
    private static final CellType<?, ?, ?> CONTACTS = CellTypes.ofTheGateway().interactions();
    private static final Subject SALES = Subject.of(new QueueName("sales"));
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final Map<Subject, Cell> sources = new HashMap<>();
    /** Per source the last follow-up that its owner knows to be delivered. */
    private final Map<Subject, Long> delivered = new HashMap<>();
    private final Set<CommandId> first = new HashSet<>();
    private Cell queue = Cell.fresh(SALES, 1, QUEUES.initial());
    private Cell once = Cell.fresh(SALES, 1, QUEUES.initial());
    private int most;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 2), LongStream.of(System.nanoTime() % 1_000_000));
    }

    private static Cell source(int n) {
        InteractionId id = new InteractionId("I%015d".formatted(n));
        List<QueueCommand> sent = List.of(
                new QueueCommand.Enqueue(id, Medium.VOICE, Instant.EPOCH, true, TERMS, new PartyId("%016d".formatted(n))),
                new QueueCommand.Leave(id, Queue.Exit.ABANDONED),
                new QueueCommand.Enqueue(id, Medium.VOICE, Instant.EPOCH, true, TERMS, new PartyId("1%015d".formatted(n))),
                new QueueCommand.Leave(id, Queue.Exit.ABANDONED));
        List<Cell.Sending> outbox = new ArrayList<>();
        for (QueueCommand body : sent.subList(0, 1 + n % sent.size())) {
            long sequence = outbox.size() + 1;
            outbox.add(new Cell.Sending(sequence, Arrival.before(outbox, SALES), sequence, new CommandId("cause"), Instant.EPOCH,
                    FollowUp.to(SALES, body)));
        }
        return new Cell(Subject.of(id), 1, outbox.size(), CONTACTS.initial(), List.of(), 0, outbox.size(), outbox, List.of(), List.of(),
                false);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_is_repeated_between_others_takes_effect_once(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < SOURCES; n++) {
            Cell source = source(n);
            sources.put(source.subject(), source);
            delivered.put(source.subject(), 0L);
        }
        List<Subject> all = sources.keySet().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        for (int i = 0; i < 12 * SOURCES; i++) {
            Subject one = all.get(random.nextInt(all.size()));
            switch (random.nextInt(10)) {
                case 0 -> takeover(one);
                case 1, 2 -> settle(one);
                default -> deliver(one);
            }
            if (i % 200 == 0) {
                sweep();
            }
        }
        assertThat(queue.state()).as("state with seed %d", seed).isEqualTo(once.state());
        assertThat(queue.number()).isEqualTo(once.number()).isGreaterThan(SOURCES);
        all.forEach(this::finish);
        all.forEach(this::finish);
        sweep();
        assertThat(queue.state()).as("state at the end with seed %d", seed).isEqualTo(once.state());
        assertThat(queue.marks()).hasSizeLessThanOrEqualTo(Cell.KEPT_MARKS);
        assertThat(most).as("so many at once, or nothing was tried").isGreaterThan(Cell.KEPT_MARKS);
    }

    @Test
    void a_contact_that_left_stays_away_when_it_is_repeated_behind_more_than_a_thousand_others() {
        Cell left = source(1);
        left.outbox().forEach(sending -> take(left, sending));
        long number = queue.number();
        for (int n = 2; n < SOURCES; n++) {
            Cell other = source(4 * n);
            take(other, other.outbox().get(0));
            sources.put(other.subject(), other.settledTo(new Cell.Settled(0, 1)));
        }
        sources.put(left.subject(), left);
        sweep();
        left.outbox().forEach(sending -> take(left, sending));
        assertThat(queue.number()).isEqualTo(number + SOURCES - 2);
    }

    @Test
    void the_binary_form_does_not_grow_with_the_number_of_sources_that_were() throws Exception {
        int before = 0;
        for (int round = 0; round < 4; round++) {
            for (int n = 0; n < SOURCES; n++) {
                Cell source = source(4 * (round * SOURCES + n) + 1);
                source.outbox().forEach(sending -> take(source, sending));
                sources.put(source.subject(), source.settledTo(new Cell.Settled(0, 2)));
            }
            queue = queue.settledTo(new Cell.Settled(queue.number(), 0));
            sweep();
            int size = ModelJson.binary().writeValueAsBytes(queue).length;
            assertThat(size).isLessThan(round == 0 ? 64 * 1024 : before + 2_048);
            before = size;
        }
    }

    private void deliver(Subject one) {
        sources.get(one).outbox().stream().filter(s -> s.sequence() > delivered.get(one)).findFirst().ifPresent(next -> {
            take(sources.get(one), next);
            delivered.put(one, next.sequence());
        });
    }

    /** The next owner knows no more than the cell. */
    private void takeover(Subject one) {
        List<Cell.Sending> outbox = sources.get(one).outbox();
        delivered.put(one, outbox.isEmpty() ? sources.get(one).sequence() : outbox.get(0).sequence() - 1);
    }

    private void settle(Subject one) {
        sources.computeIfPresent(one, (subject, cell) -> cell.settledTo(new Cell.Settled(0, delivered.get(subject))));
    }

    private void finish(Subject one) {
        takeover(one);
        for (int n = 0; n < 4; n++) {
            deliver(one);
        }
        settle(one);
    }

    private void sweep() {
        most = Math.max(most, queue.marks().size());
        Set<Cell.Mark> settled = new HashSet<>(queue.surplusMarks());
        settled.removeIf(mark -> sources.get(mark.source()).mayRepeatTo(SALES));
        queue = queue.settledTo(new Cell.Settled(0, 0, settled));
    }

    private void take(Cell source, Cell.Sending sending) {
        CommandId id = new CommandId(source.subject().id() + "-" + sending.sequence());
        Command command = new Command(id, id, Instant.EPOCH, SALES, sending.followUp().body(), "",
                Optional.of(new Command.Sender(source.subject(), 1, sending.sequence(), sending.after(), sending.number())));
        Step step = Step.take(queue, command, QUEUES);
        assertThat(step.outcome().isAccepted()).as("%s", step.outcome()).isTrue();
        queue = step.cell();
        if (first.add(id)) {
            once = Step.take(once, Command.of(id, Instant.EPOCH, SALES, sending.followUp().body()), QUEUES).cell();
        }
    }
}
