package io.patchbay.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;

/** The member that owns each cell, as this member knows it. Empty while no member does. */
record Ownership(HazelcastInstance hazelcast) {

    Optional<Member> owner(String key) {
        return Optional.ofNullable(hazelcast.getPartitionService().getPartition(key).getOwner());
    }

    boolean isHere(String key) {
        return owner(key).filter(Member::localMember).isPresent();
    }
}
