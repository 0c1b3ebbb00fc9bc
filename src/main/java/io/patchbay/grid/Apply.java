package io.patchbay.grid;

import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.util.Map;

/** The step every command is: replay guard, decide, evolve, react. */
final class Apply extends CellProcessor<Apply.Applied> {
    private static final long serialVersionUID = 1L;
    private final transient Command command;
    private final transient Cell.Settled settled;

    Apply(Command command, Cell.Settled settled) {
        this.command = command;
        this.settled = settled;
    }

    /**
     * What the step came to.
     *
     * @param number of the cell's last event after it
     * @param kept   the backup was sent the cell, so this completion vouches for all up to the number
     */
    record Applied(Outcome outcome, long number, boolean kept) { }

    /** What travels when the step runs elsewhere. */
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
