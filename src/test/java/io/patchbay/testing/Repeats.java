package io.patchbay.testing;

import java.util.HashMap;
import java.util.Map;

/** The consumer's rule, word for word as {@code src/docs/events.md} gives it. */
final class Repeats {
    private record Place(int era, long number) { }

    private final Map<String, Place> last = new HashMap<>();

    /** Takes the header ce_id. */
    boolean isRepeat(String id) {
        String subject = id.substring(0, id.lastIndexOf('/'));
        String[] place = id.substring(id.lastIndexOf('/') + 1).split("-");
        Place now = new Place(Integer.parseInt(place[0]), Long.parseLong(place[1]));
        Place seen = last.getOrDefault(subject, new Place(0, 0));
        if (now.era() < seen.era() || now.era() == seen.era() && now.number() <= seen.number()) {
            return true;
        }
        last.put(subject, now);
        return false;
    }
}
