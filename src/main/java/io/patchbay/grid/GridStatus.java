package io.patchbay.grid;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;

/** The state of this member, for an operator. Thread-safe. */
public final class GridStatus {
    private final HazelcastInstance hazelcast;
    private final int expected;
    private final Backing backing;
    private final Backlog backlog;
    private final StepProbe probe;
    private final CensusTaker census;
    private final Clock clock;

    GridStatus(HazelcastInstance hazelcast, int expected, Backing backing, Backlog backlog, StepProbe probe, CensusTaker census,
               Clock clock) {
        this.hazelcast = hazelcast;
        this.expected = expected;
        this.backing = backing;
        this.backlog = backlog;
        this.probe = probe;
        this.census = census;
        this.clock = clock;
    }

    /** The number of members that this member sees, itself included. */
    public int members() {
        return hazelcast.getCluster().getMembers().size();
    }

    /** The intended number of members. */
    public int expected() {
        return expected;
    }

    /** No other member has a copy of every cell. Replies then wait for the acknowledgement of Kafka. */
    public boolean isLone() {
        return !backing.isLive();
    }

    /**
     * Whether a step on a cell of this member takes effect now: there is a majority, if one is needed, its copies are complete after a
     * merge, and a change reaches its backup in time. Says nothing of Kafka. Blocks for at most two seconds.
     */
    public boolean takesSteps() {
        return hazelcast.getLifecycleService().isRunning() && backing.mayPublish() && backing.isComplete() && probe.passes();
    }

    /** The agents, interactions and queues of this member, at most five seconds ago. Reads all its cells then. */
    public Census census() {
        return census.take();
    }

    /** The number of events of this member that Kafka has not acknowledged. */
    public long unpublished() {
        return backlog.events();
    }

    /** The age of the oldest of them. Zero if there is none. */
    public Duration oldestUnpublished() {
        Duration age = backlog.oldest().map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
