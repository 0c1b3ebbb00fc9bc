package io.patchbay.config;

import java.util.HashMap;
import java.util.Map;

/** Remembers the first owner of a name, an id or a number, and refuses it to others. */
final class UniqueNames {
    private final Map<String, String> taken = new HashMap<>();

    /**
     * @param what the owner, for the message to the next one ("queue sales")
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
