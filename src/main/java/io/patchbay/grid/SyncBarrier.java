package io.patchbay.grid;

import io.patchbay.model.Subject;
import java.util.Map;

/**
 * A step that only drops what may be forgotten. When it completes, the backup has the whole cell. Used on takeover and to settle quiet
 * cells. Returns the number of the last event. If there is no such cell, the era in which it would begin, negated.
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
            return (long) -member.era(subject);
        }
        keep(entry, entry.getValue().settledTo(settled), member);
        return entry.getValue().number();
    }
}
