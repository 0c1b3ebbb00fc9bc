package io.patchbay.grid;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;

/** Takes a finished cell out of the grid unless something happened to it since. Answers whether it is gone. */
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
