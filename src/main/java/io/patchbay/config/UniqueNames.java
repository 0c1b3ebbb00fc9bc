package io.patchbay.config;

import java.util.HashMap;
import java.util.Map;

/** Keeps who took a name, an id or a number first, and refuses it to the next. */
final class UniqueNames {
    private final Map<String, String> taken = new HashMap<>();

    /**
     * @param what says who has it, for the next who wants it ("queue sales")
     * @return whether it was free
     */
    boolean claim(YamlMap entry, String key, String value, String what) {
        String first = taken.putIfAbsent(value, what + " (" + entry.where(key) + ")");
        if (first != null) {
            entry.refuse(key, value, "is taken already by " + first);
        }
        return first == null;
    }
}
