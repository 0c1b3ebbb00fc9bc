package io.patchbay.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import io.patchbay.model.Subject;
import java.util.Map;

/**
 * One step on one cell. The rules run on the owner only, and the backup receives the resulting cell (DESIGN 4.2). An exception leaves
 * the entry unchanged. One instance serves one key.
 */
abstract class CellProcessor<R> implements EntryProcessor<String, Cell, R>, HazelcastInstanceAware {
    private static final long serialVersionUID = 1L;
    private transient Host host;
    private transient Cell result;
    private transient boolean stored;

    @Override
    public final void setHazelcastInstance(HazelcastInstance instance) {
        host = (Host) instance.getUserContext().get(Host.KEY);
    }

    @Override
    public final R process(Map.Entry<String, Cell> entry) {
        stored = false;
        return step(entry, host, Subject.parse(entry.getKey()));
    }

    abstract R step(Map.Entry<String, Cell> entry, Host member, Subject subject);

    /** Stores the cell here and on the backup, and hands it to the publisher. */
    final void keep(Map.Entry<String, Cell> entry, Cell cell, Host member) {
        vouch(entry, cell);
        member.pending(cell);
    }

    /** Stores the present cell, or its absence, on the backup once more: when the step completes, the backup has it. */
    final void vouch(Map.Entry<String, Cell> entry, Cell cell) {
        entry.setValue(cell);
        result = cell;
        stored = true;
    }

    @Override
    public final EntryProcessor<String, Cell, R> getBackupProcessor() {
        return stored ? new Store<>(result) : null;
    }

    /** Runs on the backup and stores the cell unchanged, or removes it if there is none. */
    record Store<R>(Cell cell) implements EntryProcessor<String, Cell, R> {
        @Override
        public R process(Map.Entry<String, Cell> entry) {
            entry.setValue(cell);
            return null;
        }

        @Override
        public EntryProcessor<String, Cell, R> getBackupProcessor() {
            return null;
        }
    }
}
