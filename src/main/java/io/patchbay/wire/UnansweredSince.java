package io.patchbay.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers since when each connection waits for an acknowledgement, from one look to the next. @param <K> a connection */
final class UnansweredSince<K> {
    private final Map<K, Long> since = new HashMap<>();
    private final long longest;

    /** @param longest time in nanoseconds */
    UnansweredSince(long longest) {
        this.longest = longest;
    }

    /** The connections that wait for the longest time or more. @param waiting all that wait now @param now a nano time */
    List<K> tooLong(Set<K> waiting, long now) {
        since.keySet().retainAll(waiting);
        waiting.forEach(each -> since.putIfAbsent(each, now));
        return since.entrySet().stream().filter(each -> now - each.getValue() >= longest).map(Map.Entry::getKey).toList();
    }
}
