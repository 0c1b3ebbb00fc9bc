package io.patchbay.grid;

import io.patchbay.model.Command;
import io.patchbay.model.Event;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Inquiry;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The effect of a command on a cell. Pure, because it runs on a partition thread.
 *
 * @param kept the cell must reach the backup: it changed, or a repeat vouches for an earlier step that may not have reached the backup
 */
record Step(Cell cell, Outcome outcome, boolean kept) {

    static Step take(Cell cell, Command command, CellType<?, ?, ?> cellType) {
        Optional<Cell.Taken> before = cell.taken(command.id());
        if (before.isPresent()) {
            return before.get().digest().equals(command.digest())
                    ? new Step(cell, before.get().outcome(), true)
                    : refused(cell, Reason.CONFLICT, "This id was used before for another request. Use a new id for a new request.");
        }
        Optional<Outcome> known = command.sender().flatMap(sender -> Arrival.of(cell, sender).known());
        if (known.isPresent()) {
            return new Step(cell, known.get(), known.get() != Arrival.GAP);
        }
        if (command.body() instanceof Inquiry) {
            return refused(cell, Reason.UNKNOWN, "No command with this id is remembered here.");
        }
        CellType.Decided decided = cellType.decide(cell.state(), command.body(),
                new Rules.Stamp(command.id(), command.at(), cell.subject()));
        return decided.outcome().isAccepted() || !decided.events().isEmpty()
                ? new Step(advanced(cell, command, decided, cellType), decided.outcome(), true)
                : declined(cell, command, decided.outcome());
    }

    /**
     * A refused follow-up is remembered, because its source has reversed its own step when it comes again. A cell without an event
     * keeps nothing: it may be one that is gone.
     */
    private static Step declined(Cell cell, Command command, Outcome outcome) {
        return command.sender().filter(sender -> cell.number() > 0)
                .map(sender -> new Step(cell.with(Arrival.marking(cell, sender, outcome)), outcome, true))
                .orElseGet(() -> new Step(cell, outcome, false));
    }

    private static Step refused(Cell cell, Reason reason, String detail) {
        return new Step(cell, Outcome.refused(reason, detail), false);
    }

    private static Cell advanced(Cell cell, Command command, CellType.Decided decided, CellType<?, ?, ?> cellType) {
        Optional<Recorded.Position> after = command.sender().map(s -> new Recorded.Position(s.source(), s.era(), s.number()));
        List<Recorded> events = new ArrayList<>(cell.events());
        List<Cell.Sending> outbox = new ArrayList<>(cell.outbox());
        State state = cell.state();
        long number = cell.number();
        long sequence = cell.sequence();
        for (Event event : decided.events()) {
            State next = cellType.evolve(state, event, command.at());
            events.add(new Recorded(++number, command.at(), command.correlation(), after, event));
            for (FollowUp followUp : cellType.react(state, event, next, cell.subject())) {
                long before = Arrival.before(outbox, followUp.target());
                outbox.add(new Cell.Sending(++sequence, before, number, command.correlation(), command.at(), followUp));
            }
            state = next;
        }
        boolean timed = !cellType.deadlines(state).isEmpty() || cellType.retention(state).isPresent();
        return new Cell(cell.subject(), cell.era(), number, state, List.copyOf(events), cell.settled(), sequence, List.copyOf(outbox),
                command.sender().isPresent() ? cell.taken() : remembering(cell, command, decided.outcome()),
                command.sender().map(s -> Arrival.marking(cell, s, decided.outcome())).orElse(cell.marks()), timed)
                .settledTo(Cell.Settled.NOTHING);
    }

    private static List<Cell.Taken> remembering(Cell cell, Command command, Outcome outcome) {
        return Cell.appended(cell.taken(), new Cell.Taken(command.id(), command.digest(), outcome), Cell.KEPT_COMMANDS);
    }
}
