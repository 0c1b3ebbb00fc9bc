package io.patchbay.grid;

import io.patchbay.model.Subject;
import java.util.Map;

/**
 * Asks a cell whether it may deliver a follow-up to the target once more. Its answer no holds also after the loss of its owner, because
 * the backup has the same cell when the step completes.
 */
final class MayRepeat extends CellProcessor<Boolean> {
    private static final long serialVersionUID = 1L;
    private final transient Subject target;

    MayRepeat(Subject target) {
        this.target = target;
    }

    Subject target() {
        return target;
    }

    @Override
    Boolean step(Map.Entry<String, Cell> entry, Host member, Subject subject) {
        Cell cell = entry.getValue();
        if (cell != null && cell.mayRepeatTo(target)) {
            return true;
        }
        vouch(entry, cell);
        return false;
    }
}
