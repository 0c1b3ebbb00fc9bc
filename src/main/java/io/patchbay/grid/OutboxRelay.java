package io.patchbay.grid;

import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Delivers the follow-ups of one cell, one at a time, in order. A refused one is reversed at its source (DESIGN 4.11). */
final class OutboxRelay {
    private final Function<Command, CompletionStage<Outcome>> dispatch;

    OutboxRelay(Function<Command, CompletionStage<Outcome>> dispatch) {
        this.dispatch = dispatch;
    }

    /** Completes with true if the follow-up need not be delivered again, with false if its outcome is not known. */
    CompletionStage<Boolean> deliver(Cell source, Cell.Sending sending) {
        Command.Sender sender = new Command.Sender(source.subject(), source.era(), sending.sequence(), sending.after(),
                sending.number());
        Command command = new Command(id(source, sending, "follow-up"), sending.correlation(), sending.at(), sending.followUp().target(),
                sending.followUp().body(), "", Optional.of(sender));
        return dispatch.apply(command).thenCompose(outcome -> answered(source, sending, outcome));
    }

    private CompletionStage<Boolean> answered(Cell source, Cell.Sending sending, Outcome outcome) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return CompletableFuture.completedFuture(true);
        }
        if (refused.reason() == Reason.UNAVAILABLE) {
            return CompletableFuture.completedFuture(false);
        }
        Optional<Body> undo = sending.followUp().ifRefused();
        return undo.isEmpty() ? CompletableFuture.completedFuture(true) : undo(source, sending, because(undo.get(), refused.reason()));
    }

    private CompletionStage<Boolean> undo(Cell source, Cell.Sending sending, Body body) {
        Command command = new Command(id(source, sending, "refused"), sending.correlation(), sending.at(), source.subject(), body, "",
                Optional.empty());
        return dispatch.apply(command).thenApply(o -> !(o instanceof Outcome.Refused r) || r.reason() != Reason.UNAVAILABLE);
    }

    private static Body because(Body undo, Reason reason) {
        return undo instanceof Body.Refusable refusable ? refusable.because(reason) : undo;
    }

    private static CommandId id(Cell source, Cell.Sending sending, String what) {
        return Ids.command(what, source.subject().toString(), Integer.toString(source.era()), Long.toString(sending.sequence()));
    }
}
