package io.patchbay.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.util.Set;

/**
 * Whether a completed step is on a backup. Hazelcast completes a step without one when a partition has none just now: alone, or between
 * the loss of a member and the end of the repair. Then Kafka's acknowledgement takes the backup's place (DESIGN 4.9).
 */
final class Backing {
    private final HazelcastInstance hazelcast;
    private final int clusterSize;
    private volatile Set<Member> backedWith = Set.of();

    Backing(HazelcastInstance hazelcast, int clusterSize) {
        this.hazelcast = hazelcast;
        this.clusterSize = clusterSize;
    }

    /** The same members as when every partition was last seen with its backup, and more than one. */
    boolean isLive() {
        Set<Member> members = hazelcast.getCluster().getMembers();
        return members.size() > 1 && members.equals(backedWith);
    }

    /** A minority of a cluster of three or more tells nobody anything (DESIGN 4.10). */
    boolean mayPublish() {
        return clusterSize < 3 || hazelcast.getCluster().getMembers().size() > clusterSize / 2;
    }

    /** Looks again; called by the sweep and after every change of members. Not cheap. */
    void check() {
        Set<Member> before = hazelcast.getCluster().getMembers();
        boolean safe = hazelcast.getPartitionService().isClusterSafe();
        if (safe && before.equals(hazelcast.getCluster().getMembers())) {
            backedWith = Set.copyOf(before);
        }
    }
}
