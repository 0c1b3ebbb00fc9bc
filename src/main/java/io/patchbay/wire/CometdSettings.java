package io.patchbay.wire;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.cometd.bayeux.Bayeux;
import org.cometd.bayeux.ChannelId;

/**
 * The options of one {@code door-cometd:}.
 *
 * @param topics a client may subscribe to these and to the wildcards that match them
 * @param timeout longest time until a poll is answered
 * @param interval pause between two polls of a client
 * @param maxInterval a session without a poll for this time after {@code interval} ends
 * @param sweepEvery pause between two searches for ended sessions
 * @param unknownPause within this time after a reply "unknown client" the next one to the same address waits as long
 * @param sessionsPerBrowser polls that one browser may hold; its further sessions poll every two seconds
 * @param sessions limit of the door
 */
record CometdSettings(Set<String> topics, Duration timeout, Duration interval, Duration maxInterval, Duration sweepEvery,
                      Duration unknownPause, int sessionsPerBrowser, int sessions) {

    CometdSettings {
        topics = Set.copyOf(topics);
        if (topics.isEmpty() || !topics.stream().allMatch(topic -> Bayeux.Validator.isValidChannelId(topic) && isPlain(topic))) {
            throw new IllegalArgumentException("topics must be Bayeux channels such as /news/today, was " + new TreeSet<>(topics));
        }
        positive("timeout", timeout.toMillis());
        positive("interval + 1", interval.toMillis() + 1);
        positive("maxInterval", maxInterval.toMillis());
        positive("sweepEvery", sweepEvery.toMillis());
        positive("unknownPause", unknownPause.toMillis());
        positive("sessionsPerBrowser", sessionsPerBrowser);
        positive("sessions", sessions);
    }

    /** The topics, the wildcards that match them, and the wildcards that clients use for everything. */
    Set<String> channels() {
        Set<String> all = new TreeSet<>(Set.of("/*", "/**"));
        topics.forEach(topic -> all.addAll(new ChannelId(topic).getAllIds()));
        return all;
    }

    private static boolean isPlain(String topic) {
        ChannelId id = new ChannelId(topic);
        return id.isBroadcast() && !id.isWild() && !id.isTemplate();
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, was " + value);
        }
    }
}
