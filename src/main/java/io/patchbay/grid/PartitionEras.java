package io.patchbay.grid;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.Partition;
import com.hazelcast.partition.PartitionService;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The era in which a cell begins. Each partition has an entry with its era, with the copies of its cells, so a partition that was lost
 * with all its copies has none. No cell begins there until its owner has given it a new era, higher than any before. Cells of other
 * partitions keep their era. Thread-safe.
 */
final class PartitionEras implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionEras.class);
    private static final long PAUSE_MILLIS = 500;
    private static final String LATEST = "era";

    private final ScheduledExecutorService repairing = Threads.single("eras");
    private final PartitionService partitions;
    private final IMap<String, Integer> entries;
    private final IntSupplier lastEra;
    private final List<String> keys;
    private Set<Integer> suspected = Set.of();

    /** @param lastEra the highest era on the topics; read when no member knows the latest era; may block and throw */
    PartitionEras(HazelcastInstance hazelcast, IntSupplier lastEra) {
        this.partitions = hazelcast.getPartitionService();
        this.entries = hazelcast.getMap(HazelcastConfig.META);
        this.lastEra = lastEra;
        this.keys = keys(partitions);
    }

    /** One key in each partition, the same at all members. */
    private static List<String> keys(PartitionService partitions) {
        String[] keys = new String[partitions.getPartitions().size()];
        int missing = keys.length;
        for (int n = 0; missing > 0; n++) {
            String key = LATEST + "/" + n;
            int partition = partitions.getPartition(key).getPartitionId();
            if (keys[partition] == null) {
                keys[partition] = key;
                missing--;
            }
        }
        return List.of(keys);
    }

    /** The first member gives all partitions the first era of this grid. A partition that it leaves out is found as a lost one. */
    void begin() {
        if (entries.get(LATEST) == null) {
            int first = highest() + 1;
            if (entries.putIfAbsent(LATEST, first) == null) {
                keys.forEach(key -> entries.putIfAbsent(key, first));
            }
        }
    }

    /** Looks for lost partitions from now on. */
    void watch() {
        repairing.scheduleWithFixedDelay(Guard.of(this), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * The era of a cell that begins now. For the thread of its partition, which reads no other.
     *
     * @throws RetryableHazelcastException while a lost partition has no new era
     */
    int of(String key) {
        Integer era = entries.get(keys.get(partitions.getPartition(key).getPartitionId()));
        if (era == null) {
            throw new RetryableHazelcastException("the partition has no era yet");
        }
        return era;
    }

    /** Gives a new era to each partition of this member that twice had none, so that the first member can finish its start. */
    @Override
    public void run() {
        try {
            Set<Integer> missing = missing();
            Set<Integer> lost = missing.stream().filter(suspected::contains).collect(Collectors.toSet());
            suspected = missing;
            if (!lost.isEmpty()) {
                int era = next();
                lost.forEach(partition -> entries.putIfAbsent(keys.get(partition), era));
                LOG.atWarn().addKeyValue("era", era)
                        .log("cells were lost with all their copies; cells that begin in their place have a new era");
            }
        } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
            LOG.atDebug().addKeyValue("reason", e.getMessage()).log("the eras of partitions wait for the cluster, or this member stops");
        }
    }

    private Set<Integer> missing() {
        Set<String> here = entries.localKeySet();
        return partitions.getPartitions().stream().filter(p -> p.getOwner() != null && p.getOwner().localMember())
                .map(Partition::getPartitionId).filter(p -> !here.contains(keys.get(p)) && entries.get(keys.get(p)) == null)
                .collect(Collectors.toSet());
    }

    /** An era that nobody has begun. Also the entry of the latest era may have been lost. */
    private int next() {
        while (true) {
            Integer latest = entries.get(LATEST);
            int next = (latest == null ? highest() : latest) + 1;
            if (latest == null ? entries.putIfAbsent(LATEST, next) == null : entries.replace(LATEST, latest, next)) {
                return next;
            }
        }
    }

    private int highest() {
        int begun = entries.getAll(Set.copyOf(keys)).values().stream().filter(Objects::nonNull).mapToInt(era -> era).max().orElse(0);
        return Math.max(begun, lastEra.getAsInt());
    }

    @Override
    public void close() {
        repairing.shutdownNow();
    }
}
