package io.patchbay.grid;

import com.hazelcast.map.IMap;
import io.patchbay.model.Command;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs steps on the cells of this member and informs the publisher when they are safe. */
final class Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Owner.class);

    private final IMap<String, Cell> cells;
    private final KeyedExecutor executor;
    private final Publisher publisher;
    private final Records records;
    private final CellTypes cellTypes;
    private final Clock clock;

    Owner(IMap<String, Cell> cells, KeyedExecutor executor, Publisher publisher, Records records, CellTypes cellTypes, Clock clock) {
        this.cells = cells;
        this.executor = executor;
        this.publisher = publisher;
        this.records = records;
        this.cellTypes = cellTypes;
        this.clock = clock;
    }

    /** Completes when the outcome may be told, or with UNAVAILABLE if it is not known. */
    CompletionStage<Outcome> take(Command command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        executor.of(command.target()).execute(() -> step(command, outcome));
        return outcome;
    }

    private void step(Command command, CompletableFuture<Outcome> outcome) {
        Subject subject = command.target();
        Cell.Settled settled = publisher.progress(subject).map(PublicationProgress::settled).orElse(Cell.Settled.NOTHING);
        run(subject, new Apply(command, settled)).whenCompleteAsync((applied, error) -> {
            if (error != null) {
                outcome.complete(unknown(command, error));
            } else if (!applied.kept()) {
                outcome.complete(applied.outcome());
            } else {
                publisher.progress(subject).ifPresentOrElse(
                        progress -> progress.whenCommitted(applied.number(), () -> outcome.complete(applied.outcome()),
                                () -> outcome.complete(Router.unavailable())),
                        () -> outcome.complete(Router.unavailable()));
                publisher.safe(subject, applied.number());
            }
        }, executor.of(subject));
    }

    /** A stopping member throws at once. This counts as a step without an outcome. */
    private <R> CompletionStage<R> run(Subject subject, CellProcessor<R> step) {
        try {
            return cells.submitToKey(subject.toString(), step);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Outcome unknown(Command command, Throwable error) {
        if (isBug(error)) {
            LOG.atError().addKeyValue("subject", command.target()).addKeyValue("correlation", command.correlation()).setCause(error)
                    .log("a step failed and changed nothing");
            return Outcome.refused(Reason.INTERNAL, "The gateway failed and changed nothing. Its log has the cause.");
        }
        LOG.atDebug().addKeyValue("subject", command.target()).addKeyValue("correlation", command.correlation())
                .addKeyValue("reason", error.getClass().getSimpleName())
                .log("a step has no known outcome; it is asked again under the same id");
        return Router.unavailable();
    }

    private static boolean isBug(Throwable error) {
        return error instanceof IllegalArgumentException || error instanceof NullPointerException
                || error instanceof ClassCastException || error instanceof IndexOutOfBoundsException;
    }

    /** Makes sure that the backup has the cell, then publishes what is left. On the thread of the subject. */
    void synchronize(Subject subject) {
        Cell.Settled settled = publisher.progress(subject).map(PublicationProgress::settled).orElse(Cell.Settled.NOTHING);
        publisher.progress(subject).ifPresent(o -> o.synchronizing = true);
        run(subject, new SyncBarrier(settled)).whenCompleteAsync((number, error) -> {
            publisher.progress(subject).ifPresent(o -> o.synchronizing = false);
            if (error == null && number >= 0) {
                publisher.safe(subject, number);
            } else if (error == null) {
                publisher.nothingYet(subject, (int) -number, cellTypes.of(subject).initial());
            }
        }, executor.of(subject));
    }

    /** Handles a passed deadline of the cell. On the thread of the subject. */
    void deadline(Subject subject, String id) {
        publisher.progress(subject).ifPresent(progress -> {
            if (id.equals(Deadlines.RETENTION)) {
                retire(subject, progress);
            } else {
                Command command = Command.of(Ids.command("deadline", subject.toString(), Integer.toString(progress.era()), id),
                        clock.instant(), subject, cellTypes.of(subject).deadlinePassed(id));
                take(command).thenAcceptAsync(o -> {
                    if (o instanceof Outcome.Refused refused && refused.reason() == Reason.UNAVAILABLE) {
                        publisher.again(subject, id);
                    }
                }, executor.of(subject));
            }
        });
    }

    private void retire(Subject subject, PublicationProgress progress) {
        Cell cell = progress.acknowledged;
        boolean published = cell != null && !progress.sending && progress.settled().number() == cell.number() && progress.safe.isEmpty()
                && cell.outbox().stream().noneMatch(s -> s.sequence() > progress.deliveredSequence);
        if (!published) {
            publisher.again(subject, Deadlines.RETENTION);
            return;
        }
        progress.leaving = true;
        withoutPages(cell).thenCompose(gone -> records.tombstone(subject))
                .thenCompose(sent -> cells.submitToKey(subject.toString(), new Remove(cell.number())))
                .whenCompleteAsync((gone, error) -> {
                    progress.leaving = false;
                    if (error == null && gone) {
                        publisher.drop(subject);
                    } else {
                        publisher.again(subject, Deadlines.RETENTION);
                    }
                }, executor.of(subject));
    }

    /** Removes the pages of a contact before its cell. A member that takes over an incomplete removal then still finds the cell. */
    private CompletionStage<?> withoutPages(Cell cell) {
        int pages = cell.state() instanceof Interaction interaction ? interaction.messaging().pages() : 0;
        return CompletableFuture.allOf(IntStream.range(0, pages).mapToObj(n -> cells
                .removeAsync(Subject.transcript(cell.subject().interaction(), n).toString()).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** Adds a member as follower. On the thread of the subject. */
    void follow(UUID member, Message.Follow follow) {
        if (!publisher.follow(member, follow)) {
            synchronize(follow.subject());
        }
    }
}
