package io.patchbay.grid;

import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.util.Map;

/** The step of a command: check for a repeat, decide, evolve, react. */
final class Apply extends CellProcessor<Apply.Applied> {
    private static final long serialVersionUID = 1L;
    private final transient Command command;
    private final transient Cell.Settled settled;

    Apply(Command command, Cell.Settled settled) {
        this.command = command;
        this.settled = settled;
    }

    /**
     * The result of the step.
     *
     * @param number of the last event of the cell after the step
     * @param kept whether the backup was sent the cell, so this completion vouches for all events up to the number
     */
    record Applied(Outcome outcome, long number, boolean kept) { }

    /** The serialized form of a step. */
    record Order(Command command, Cell.Settled settled) { }

    Order order() {
        return new Order(command, settled);
    }

    @Override
    Applied step(Map.Entry<String, Cell> entry, Host member, Subject subject) {
        Cell cell = entry.getValue() == null ? member.fresh(subject) : entry.getValue().settledTo(settled);
        Step step = Step.take(cell, command, member.cellType(subject));
        if (step.kept()) {
            keep(entry, step.cell(), member);
            member.stepped();
        }
        return new Applied(step.outcome(), step.cell().number(), step.kept());
    }
}
