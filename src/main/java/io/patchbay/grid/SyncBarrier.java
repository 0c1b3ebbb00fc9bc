package io.patchbay.grid;

import io.patchbay.model.Subject;
import java.util.Map;

/**
 * A step that changes nothing but what may be forgotten: when it completes, all the cell holds has reached the backup. Used on takeover,
 * and to settle lazily. Answers the number of the last event, or -1 when there is no such cell.
 */
final class SyncBarrier extends CellProcessor<Long> {
    private static final long serialVersionUID = 1L;
    private final transient Cell.Settled settled;

    SyncBarrier(Cell.Settled settled) {
        this.settled = settled;
    }

    Cell.Settled settled() {
        return settled;
    }

    @Override
    Long step(Map.Entry<String, Cell> entry, Host member, Subject subject) {
        if (entry.getValue() == null) {
            return -1L;
        }
        keep(entry, entry.getValue().settledTo(settled), member);
        return entry.getValue().number();
    }
}
