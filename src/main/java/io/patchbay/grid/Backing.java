package io.patchbay.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.util.Set;

/**
 * Knows whether a completed step is on a backup. Hazelcast completes a step without a backup when a partition has none: on a member
 * alone, or between the loss of a member and the end of the repair. The acknowledgement of Kafka then replaces the backup (DESIGN 4.9).
 */
final class Backing {
    private final HazelcastInstance hazelcast;
    private final int clusterSize;
    private volatile Set<Member> backedWith = Set.of();

    Backing(HazelcastInstance hazelcast, int clusterSize) {
        this.hazelcast = hazelcast;
        this.clusterSize = clusterSize;
    }

    /** The members are the same as when every partition last had its backup, and there are more than one. */
    boolean isLive() {
        Set<Member> members = hazelcast.getCluster().getMembers();
        return members.size() > 1 && members.equals(backedWith);
    }

    /** A minority of a cluster of three or more publishes nothing (DESIGN 4.10). */
    boolean mayPublish() {
        return clusterSize < 3 || hazelcast.getCluster().getMembers().size() > clusterSize / 2;
    }

    /** Checks again. The sweep calls it, and every change of members does. Expensive. */
    void check() {
        Set<Member> before = hazelcast.getCluster().getMembers();
        boolean safe = hazelcast.getPartitionService().isClusterSafe();
        if (safe && before.equals(hazelcast.getCluster().getMembers())) {
            backedWith = Set.copyOf(before);
        }
    }
}
