package io.patchbay.grid;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first era of this grid. The first member begins it. A minority of a cluster of three or more can neither begin nor read it. */
final class Era {
    private static final Logger LOG = LoggerFactory.getLogger(Era.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final HazelcastInstance hazelcast;
    private final GridSettings settings;
    private final PartitionEras eras;

    private Era(HazelcastInstance hazelcast, GridSettings settings, PartitionEras eras) {
        this.hazelcast = hazelcast;
        this.settings = settings;
        this.eras = eras;
    }

    /** Waits a minute for a majority of the cluster, because other members may be starting. */
    static void begin(HazelcastInstance hazelcast, GridSettings settings, PartitionEras eras) {
        begin(hazelcast, settings, eras, PATIENCE);
    }

    /**
     * Blocks for at most about {@code patience}. The loss of a member meanwhile is not a failure, and the map is read again.
     *
     * @throws GridUnavailable if there is no majority by then, or the map does not answer
     */
    static void begin(HazelcastInstance hazelcast, GridSettings settings, PartitionEras eras, Duration patience) {
        new Era(hazelcast, settings, eras).await(patience);
    }

    private void await(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        boolean waiting = false;
        while (true) {
            try {
                eras.begin();
                return;
            } catch (HazelcastException e) {
                if (System.nanoTime() > until) {
                    throw e instanceof SplitBrainProtectionException ? noMajority(patience, e) : noAnswer(e);
                }
                if (!waiting) {
                    LOG.atInfo().addKeyValue("member", settings.node()).log("waiting for a majority of the cluster");
                    waiting = true;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static GridUnavailable noAnswer(HazelcastException cause) {
        return new GridUnavailable("cluster.peers", "leads to a cluster that does not answer (" + cause.getMessage()
                + "): look at the logs of its members.", cause);
    }

    private GridUnavailable noMajority(Duration patience, HazelcastException cause) {
        return new GridUnavailable("cluster.peers", "must lead to members that run. A cluster of " + settings.size() + " works with "
                + HazelcastConfig.majority(settings.size()) + " members or more, and after " + patience.toSeconds() + " s this member ("
                + settings.node() + ") sees " + hazelcast.getCluster().getMembers().size() + ", itself among them: start the others,"
                + " and check that all have the same cluster.name and reach each other at cluster.peers.", cause);
    }
}
