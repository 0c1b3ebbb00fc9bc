package io.patchbay.grid;

import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.UUID;

/** What a step may use of the member it runs on. */
interface Host {
    /** The name under which the instance's user context holds it. */
    String KEY = "patchbay.host";

    CellType<?, ?, ?> cellType(Subject subject);

    int era();

    /** A command changed a cell, or vouched for it again: the unit of what a command costs. */
    void stepped();

    /** Hands the result of a step to the publisher as pending: nothing of it may be told yet. Never blocks. */
    void pending(Cell cell);

    /** Messages of another member. Never blocks. */
    void receive(UUID from, List<Message> messages);

    default Cell fresh(Subject subject) {
        State initial = cellType(subject).initial();
        return Cell.fresh(subject, era(), initial);
    }
}
