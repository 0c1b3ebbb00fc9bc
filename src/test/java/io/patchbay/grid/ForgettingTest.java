package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cell of a real grid forgets the sources that can repeat nothing, and only these. */
class ForgettingTest {
    private static final int SOURCES = 400;
    private static final Subject SALES = Subject.of(new QueueName("forgetting"));

    @RegisterExtension
    static final Broker broker = new Broker();

    private static InteractionId source(int n) {
        return new InteractionId("I%015d".formatted(n));
    }

    /** As the interaction of that number sends it. */
    private static CompletableFuture<Outcome> arrive(Grid grid, int n) {
        CommandId id = new CommandId("arrive-" + n);
        Command.Sender sender = new Command.Sender(Subject.of(source(n)), grid.cell(SALES) == null ? 1 : grid.cell(SALES).era(), 1, 0, 1);
        QueueCommand body = new QueueCommand.Enqueue(source(n), Medium.VOICE, Instant.EPOCH, true, Driver.TERMS,
                new PartyId("%016d".formatted(n)));
        return grid.dispatch(new Command(id, id, Instant.EPOCH, SALES, body, "", Optional.of(sender))).toCompletableFuture();
    }

    @Test
    void marks_of_sources_that_are_gone_are_dropped_by_the_next_step_and_others_stay() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap()).ready()) {
            Grid grid = cluster.ownerOf(SALES);
            keepUnsettled(cluster, source(0));
            IntStream.range(0, SOURCES).mapToObj(n -> arrive(grid, n)).toList()
                    .forEach(outcome -> assertThat(outcome.join()).isEqualTo(Outcome.accepted()));
            int[] next = {SOURCES};
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                for (int last = next[0] + 20; next[0] < last; next[0]++) {
                    assertThat(arrive(grid, next[0]).join()).isEqualTo(Outcome.accepted());
                }
                return grid.cell(SALES).marks().size() <= Cell.KEPT_MARKS && next[0] > SOURCES + Cell.KEPT_MARKS;
            });
            assertThat(grid.cell(SALES).mark(Subject.of(source(0)))).as("may repeat").isPresent();
            assertThat(grid.cell(SALES).mark(Subject.of(source(1)))).as("is gone").isEmpty();
            assertThat(grid.cell(Subject.of(source(1)))).as("asking makes no cell").isNull();
        }
    }

    /** A cell whose outbox holds a follow-up to the queue behind one that has no answer. */
    private static void keepUnsettled(Cluster cluster, InteractionId id) {
        Subject subject = Subject.of(id);
        Subject silent = IntStream.range(0, 100).mapToObj(n -> Subject.of(new AgentId("silent" + n)))
                .filter(agent -> cluster.ownerOf(agent) != cluster.ownerOf(subject)).findFirst().orElseThrow();
        cluster.members().forEach(member -> member.lose(message -> message instanceof Message.Submit submit
                && submit.command().target().equals(silent)));
        Cell.Sending first = new Cell.Sending(1, 0, 1, new CommandId("c"), Instant.EPOCH, FollowUp.to(silent,
                new QueueCommand.Open()));
        Cell.Sending second = new Cell.Sending(2, 0, 1, new CommandId("c"), Instant.EPOCH, FollowUp.to(SALES,
                new QueueCommand.Leave(id, Queue.Exit.ABANDONED)));
        Cell cell = new Cell(subject, 1, 1, CellTypes.ofTheGateway().interactions().initial(), List.of(), 1, 2,
                List.of(first, second), List.of(), List.of(), false);
        cluster.member(0).hazelcast().<String, Cell>getMap(HazelcastConfig.CELLS).set(subject.toString(), cell);
    }
}
