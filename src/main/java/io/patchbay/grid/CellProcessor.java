package io.patchbay.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import io.patchbay.model.Subject;
import java.util.Map;

/**
 * One step on one cell. Runs the rules on the owner only: the backup receives the resulting cell (DESIGN 4.2). Throwing leaves the
 * entry untouched. One instance serves one key.
 */
abstract class CellProcessor<R> implements EntryProcessor<String, Cell, R>, HazelcastInstanceAware {
    private static final long serialVersionUID = 1L;
    private transient Host host;
    private transient Cell result;

    @Override
    public final void setHazelcastInstance(HazelcastInstance instance) {
        host = (Host) instance.getUserContext().get(Host.KEY);
    }

    @Override
    public final R process(Map.Entry<String, Cell> entry) {
        result = null;
        return step(entry, host, Subject.parse(entry.getKey()));
    }

    abstract R step(Map.Entry<String, Cell> entry, Host member, Subject subject);

    /** The entry becomes this cell, here and on the backup, and the publisher hears of it. */
    final void keep(Map.Entry<String, Cell> entry, Cell cell, Host member) {
        entry.setValue(cell);
        result = cell;
        member.pending(cell);
    }

    @Override
    public final EntryProcessor<String, Cell, R> getBackupProcessor() {
        return result == null ? null : new Store<>(result);
    }

    /** What the backup runs: it takes the cell as it is. */
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
