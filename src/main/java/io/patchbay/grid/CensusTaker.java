package io.patchbay.grid;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the cells of this member when asked, at most once in five seconds. Between two questions it costs nothing. */
final class CensusTaker {
    private static final Logger LOG = LoggerFactory.getLogger(CensusTaker.class);
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Census NOTHING = Census.of(Map.of());

    private final IMap<String, Cell> cells;
    private Census last;
    private long taken;

    CensusTaker(IMap<String, Cell> cells) {
        this.cells = cells;
    }

    /** Nothing while this member may not read its cells. Blocks while they are read. */
    synchronized Census take() {
        long now = System.nanoTime();
        if (last == null || now - taken > KEPT_NANOS) {
            taken = now;
            last = count();
        }
        return last;
    }

    private Census count() {
        States states = new States();
        try {
            cells.localKeySet(states);
            return Census.of(states.found);
        } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
            LOG.atDebug().addKeyValue("reason", e.getMessage()).log("the cells of this member cannot be counted now");
            return NOTHING;
        }
    }

    /** Selects nothing. It runs on this member only, where a cell is an object, and a read of the selected ones would copy each. */
    private static final class States implements Predicate<String, Cell> {
        private static final long serialVersionUID = 1L;
        private final transient Map<Subject, State> found = new ConcurrentHashMap<>();

        @Override
        public boolean apply(Map.Entry<String, Cell> entry) {
            found.put(entry.getValue().subject(), entry.getValue().state());
            return false;
        }
    }
}
