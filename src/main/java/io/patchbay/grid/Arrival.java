package io.patchbay.grid;

import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A follow-up at its target, in the order of its source: the next one, a repeat or one behind a gap (DESIGN 4.11). Pure.
 *
 * @param known the outcome of one that is not the next
 */
record Arrival(Optional<Outcome> known) {
    static final Outcome GAP = Outcome.refused(Reason.WRONG_STATE, "A follow-up before this one is missing.");

    /** A source sends the next one only when it has the outcome of the one before, so an older repeat needs no outcome any more. */
    static Arrival of(Cell target, Command.Sender sender) {
        Optional<Cell.Mark> mark = target.mark(sender.source());
        if (mark.filter(last -> last.covers(sender.era(), sender.sequence())).isPresent()) {
            boolean last = mark.get().era() == sender.era() && mark.get().sequence() == sender.sequence();
            return new Arrival(Optional.of(last ? mark.get().outcome() : Outcome.accepted()));
        }
        long reached = mark.filter(last -> last.era() == sender.era()).map(Cell.Mark::sequence).orElse(0L);
        return new Arrival(sender.after() > reached ? Optional.of(GAP) : Optional.empty());
    }

    /** The sequence of the last follow-up in the outbox to that cell, 0 if there is none. */
    static long before(List<Cell.Sending> outbox, Subject target) {
        return outbox.stream().filter(s -> s.followUp().target().equals(target)).mapToLong(Cell.Sending::sequence).max().orElse(0);
    }

    /** The marks of the target after this follow-up. */
    static List<Cell.Mark> marking(Cell target, Command.Sender sender, Outcome outcome) {
        List<Cell.Mark> next = new ArrayList<>(target.marks());
        next.removeIf(m -> m.source().equals(sender.source()));
        next.add(new Cell.Mark(sender.source(), sender.era(), sender.sequence(), outcome));
        return List.copyOf(next);
    }
}
