package io.patchbay.grid;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;

/** Removes an ended cell unless it has changed since. Returns whether it is gone. */
record Remove(long number) implements EntryProcessor<String, Cell, Boolean> {
    @Override
    public Boolean process(Map.Entry<String, Cell> entry) {
        Cell cell = entry.getValue();
        if (cell == null || cell.number() != number) {
            return cell == null;
        }
        entry.setValue(null);
        return true;
    }

    @Override
    public EntryProcessor<String, Cell, Boolean> getBackupProcessor() {
        return this;
    }
}
