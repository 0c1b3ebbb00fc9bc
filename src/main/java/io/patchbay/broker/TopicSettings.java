package io.patchbay.broker;

import java.time.Duration;

/**
 * Settings for new topics. Existing topics are not changed.
 *
 * @param partitions of each topic; all records of one interaction or agent share one
 * @param replication copies of each partition, 1 on the embedded broker
 * @param retention of events; a cold start cannot reach further back from the last snapshot
 * @param commands whether the topics of commands and replies are required, too
 */
public record TopicSettings(int partitions, short replication, Duration retention, boolean commands) {
    /** Without the topics of commands. */
    public TopicSettings(int partitions, short replication, Duration retention) {
        this(partitions, replication, retention, false);
    }

    public TopicSettings {
        if (partitions < 1 || replication < 1 || retention.isNegative() || retention.isZero()) {
            throw new UnusableBroker(UnusableBroker.Setting.TOPICS, "Topics need at least one partition, one copy "
                    + "and a retention above zero, not " + partitions + ", " + replication + " and " + retention + ".", null);
        }
    }
}
