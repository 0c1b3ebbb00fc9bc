package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.patchbay.model.Action;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The last capabilities of each object at one client (CHOREOGRAPHY B7). Used by the thread of the feed only. */
final class CapabilitiesTold {
    private final Map<String, Set<Action>> last = new HashMap<>();
    private final String session;

    /** @param session the target of the session itself: before anything is told, it offers to sign in, and nothing else is known */
    CapabilitiesTold(String session) {
        this.session = session;
        clear();
    }

    /** From here on every object's first list is full again. */
    void clear() {
        last.clear();
        last.put(session, EnumSet.of(Action.START_SESSION));
    }

    /** The changes since the last time, enabled first. The client now knows {@code allowed}. */
    ArrayNode delta(String target, Set<Action> allowed) {
        Set<Action> before = last.getOrDefault(target, Set.of());
        ArrayNode delta = JsonNodeFactory.instance.arrayNode();
        for (Action action : Action.values()) {
            if (allowed.contains(action) && !before.contains(action)) {
                add(delta, action, "enable");
            }
        }
        for (Action action : Action.values()) {
            if (before.contains(action) && !allowed.contains(action)) {
                add(delta, action, "disable");
            }
        }
        last.put(target, allowed);
        return delta;
    }

    void forget(String target) {
        last.remove(target);
    }

    private static void add(ArrayNode delta, Action action, String type) {
        HarmonyCapabilities.name(action).ifPresent(name -> delta.addObject().put("name", name).put("type", type));
    }
}
