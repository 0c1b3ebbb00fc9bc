package io.patchbay.grid;

import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.UUID;

/** The parts of a member that a step may use. */
interface Host {
    /** The key in the user context of the Hazelcast instance. */
    String KEY = "patchbay.host";

    CellType<?, ?, ?> cellType(Subject subject);

    /**
     * The era of a cell that begins now. For the thread of its partition.
     *
     * @throws com.hazelcast.spi.exception.RetryableHazelcastException while it is not known
     */
    int era(Subject subject);

    /** A command changed a cell, or vouched for it again. This is the unit of the cost of a command. */
    void stepped();

    /** Hands the result of a step to the publisher as pending. Nothing of it may be told yet. Never blocks. */
    void pending(Cell cell);

    /** Messages of another member. Never blocks. */
    void receive(UUID from, List<Message> messages);

    default Cell fresh(Subject subject) {
        State initial = cellType(subject).initial();
        return Cell.fresh(subject, era(subject), initial);
    }
}
