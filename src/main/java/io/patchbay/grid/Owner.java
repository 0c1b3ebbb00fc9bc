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
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs steps on the cells of this member and tells the publisher when they are safe. */
final class Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Owner.class);

    private final IMap<String, Cell> cells;
    private final KeyedExecutor lanes;
    private final Publisher publisher;
    private final Records records;
    private final CellTypes machines;
    private final Clock clock;
    private final IntSupplier era;

    Owner(IMap<String, Cell> cells, KeyedExecutor lanes, Publisher publisher, Records records, CellTypes machines, Clock clock,
          IntSupplier era) {
        this.cells = cells;
        this.lanes = lanes;
        this.publisher = publisher;
        this.records = records;
        this.machines = machines;
        this.clock = clock;
        this.era = era;
    }

    /** Completes once the outcome may be told; with UNAVAILABLE when it is not known. */
    CompletionStage<Outcome> take(Command command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        lanes.of(command.target()).execute(() -> step(command, outcome));
        return outcome;
    }

    private void step(Command command, CompletableFuture<Outcome> outcome) {
        Subject subject = command.target();
        Cell.Settled settled = publisher.outlet(subject).map(PublicationProgress::settled).orElse(Cell.Settled.NOTHING);
        run(subject, new Apply(command, settled)).whenCompleteAsync((applied, error) -> {
            if (error != null) {
                outcome.complete(unknown(subject, error));
            } else if (!applied.kept()) {
                outcome.complete(applied.outcome());
            } else {
                publisher.outlet(subject).ifPresentOrElse(
                        outlet -> outlet.whenSolid(applied.number(), () -> outcome.complete(applied.outcome()),
                                () -> outcome.complete(Router.unavailable())),
                        () -> outcome.complete(Router.unavailable()));
                publisher.safe(subject, applied.number());
            }
        }, lanes.of(subject));
    }

    /** A member that is stopping throws at once; that counts like any step without an outcome. */
    private <R> CompletionStage<R> run(Subject subject, CellProcessor<R> step) {
        try {
            return cells.submitToKey(subject.toString(), step);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Outcome unknown(Subject subject, Throwable error) {
        if (isBug(error)) {
            LOG.atError().addKeyValue("subject", subject).setCause(error).log("a step failed and changed nothing");
            return Outcome.refused(Reason.INTERNAL, "The gateway failed and changed nothing. Its log has the cause.");
        }
        LOG.atDebug().addKeyValue("subject", subject).addKeyValue("reason", error.getClass().getSimpleName())
                .log("a step has no known outcome; it is asked again under the same id");
        return Router.unavailable();
    }

    private static boolean isBug(Throwable error) {
        return error instanceof IllegalArgumentException || error instanceof NullPointerException
                || error instanceof ClassCastException || error instanceof IndexOutOfBoundsException;
    }

    /** Makes sure that all the cell holds is on the backup, then tells what has not been told. In the subject's lane. */
    void touch(Subject subject) {
        Cell.Settled settled = publisher.outlet(subject).map(PublicationProgress::settled).orElse(Cell.Settled.NOTHING);
        publisher.outlet(subject).ifPresent(o -> o.touching = true);
        run(subject, new SyncBarrier(settled)).whenCompleteAsync((number, error) -> {
            publisher.outlet(subject).ifPresent(o -> o.touching = false);
            if (error == null && number >= 0) {
                publisher.safe(subject, number);
            } else if (error == null) {
                publisher.nothingYet(subject, era.getAsInt(), machines.of(subject).initial());
            }
        }, lanes.of(subject));
    }

    /** A deadline of the cell passed. In the subject's lane. */
    void deadline(Subject subject, String id) {
        publisher.outlet(subject).ifPresent(outlet -> {
            if (id.equals(Deadlines.RETENTION)) {
                retire(subject, outlet);
            } else {
                Command command = Command.of(Ids.command("deadline", subject.toString(), Integer.toString(era.getAsInt()), id),
                        clock.instant(), subject, machines.of(subject).deadlinePassed(id));
                take(command).thenAcceptAsync(o -> {
                    if (o instanceof Outcome.Refused refused && refused.reason() == Reason.UNAVAILABLE) {
                        publisher.again(subject, id);
                    }
                }, lanes.of(subject));
            }
        });
    }

    private void retire(Subject subject, PublicationProgress outlet) {
        Cell cell = outlet.acknowledged.reached();
        boolean told = cell != null && !outlet.sending && outlet.settled().number() == cell.number() && outlet.safe.isEmpty()
                && cell.outbox().stream().noneMatch(s -> s.sequence() > outlet.deliveredSequence);
        if (!told) {
            publisher.again(subject, Deadlines.RETENTION);
            return;
        }
        outlet.leaving = true;
        withoutPages(cell).thenCompose(gone -> records.tombstone(subject))
                .thenCompose(sent -> cells.submitToKey(subject.toString(), new Remove(cell.number())))
                .whenCompleteAsync((gone, error) -> {
                    outlet.leaving = false;
                    if (error == null && gone) {
                        publisher.drop(subject);
                    } else {
                        publisher.again(subject, Deadlines.RETENTION);
                    }
                }, lanes.of(subject));
    }

    /** What was written in a contact goes with it, and before it: then who takes over a half-done removal knows of the rest. */
    private CompletionStage<?> withoutPages(Cell cell) {
        int pages = cell.state() instanceof Interaction interaction ? interaction.messaging().pages() : 0;
        return CompletableFuture.allOf(IntStream.range(0, pages).mapToObj(n -> cells
                .removeAsync(Subject.transcript(cell.subject().interaction(), n).toString()).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** A member asks to be told. In the subject's lane. */
    void follow(UUID member, Message.Follow follow) {
        if (!publisher.follow(member, follow, era.getAsInt())) {
            touch(follow.subject());
        }
    }
}
