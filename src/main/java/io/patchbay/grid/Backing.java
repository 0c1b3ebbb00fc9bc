package io.patchbay.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether a completed step is on a backup. Hazelcast completes a step without a backup when a partition has none: on a member
 * alone, or between the loss of a member and the end of the repair. The acknowledgement of Kafka then replaces the backup (DESIGN 4.9).
 */
final class Backing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backing.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final ExecutorService checking = Threads.single("backing");
    private final AtomicInteger merges = new AtomicInteger();
    private final AtomicBoolean isChecking = new AtomicBoolean();
    private final HazelcastInstance hazelcast;
    private final int clusterSize;
    private volatile Set<Member> backedWith = Set.of();
    /** This member joined another cluster and has not had its copies since. */
    private volatile boolean merged;

    Backing(HazelcastInstance hazelcast, int clusterSize) {
        this.hazelcast = hazelcast;
        this.clusterSize = clusterSize;
        hazelcast.getLifecycleService().addLifecycleListener(this::changed);
    }

    /** The members are the same as when every partition last had its backup, and there are more than one. */
    boolean isLive() {
        Set<Member> members = hazelcast.getCluster().getMembers();
        return members.size() > 1 && members.equals(backedWith);
    }

    /**
     * Blocks until each partition has its backup, or this member is alone. A member that is lost before takes cells with it.
     *
     * @throws com.hazelcast.core.HazelcastInstanceNotActiveException if this member stops meanwhile
     */
    void await() {
        boolean waiting = false;
        for (check(); hazelcast.getCluster().getMembers().size() > 1 && !isLive(); check()) {
            if (!waiting) {
                LOG.atInfo().log("waiting until each cell has its copy on another member");
                waiting = true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** As {@link #isLive}, but the loss of another member does not end it: only a merge does, until each partition has its backup again. */
    boolean isComplete() {
        return !merged;
    }

    /** A merging member drops its cells, and gets those of the others one after the other. */
    void changed(LifecycleEvent event) {
        if (event.getState() == LifecycleEvent.LifecycleState.MERGING || event.getState() == LifecycleEvent.LifecycleState.MERGED) {
            merges.incrementAndGet();
            merged = true;
            backedWith = Set.of();
        }
    }

    /** A minority of a cluster of three or more publishes nothing (DESIGN 4.10). */
    boolean mayPublish() {
        return clusterSize < 3 || hazelcast.getCluster().getMembers().size() > clusterSize / 2;
    }

    /**
     * Begins a check, unless one runs. Each sweep does, and every change of members. A frozen member holds a check for long, so nobody
     * waits for it.
     */
    void check() {
        if (!checking.isShutdown() && isChecking.compareAndSet(false, true)) {
            checking.execute(Guard.of(() -> {
                try {
                    compare();
                } finally {
                    isChecking.set(false);
                }
            }));
        }
    }

    private void compare() {
        Set<Member> before = hazelcast.getCluster().getMembers();
        int merge = merges.get();
        if (isSafe() && before.equals(hazelcast.getCluster().getMembers()) && merge == merges.get()) {
            backedWith = Set.copyOf(before);
            merged = false;
        }
    }

    /** A member that leaves meanwhile gives no answer. */
    private boolean isSafe() {
        try {
            return hazelcast.getPartitionService().isClusterSafe();
        } catch (HazelcastException e) {
            LOG.atDebug().addKeyValue("reason", e.getMessage()).log("a member did not tell whether its copies are complete");
            return false;
        }
    }

    @Override
    public void close() {
        checking.shutdownNow();
    }
}
