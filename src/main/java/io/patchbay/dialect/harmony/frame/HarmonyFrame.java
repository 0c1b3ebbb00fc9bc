package io.patchbay.dialect.harmony.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.model.Action;
import java.util.Optional;
import java.util.Set;

/** One event frame without its number: an event of an object, or its present capabilities. */
public sealed interface HarmonyFrame {

    /** The frame's own members; empty when there is nothing to send. {@code told} learns from it. */
    Optional<ObjectNode> written(CapabilitiesTold told);

    static HarmonyFrame event(String target, String name) {
        return event(target, name, JsonNodeFactory.instance.objectNode());
    }

    static HarmonyFrame event(String target, String name, ObjectNode data) {
        return new Happened(target, name, data);
    }

    /** A documented {@code state.updated}: sent also when nothing changed (CHOREOGRAPHY A6). */
    static HarmonyFrame stateUpdated(String target, Set<Action> allowed) {
        return new Offers(target, allowed, true);
    }

    /** A {@code state.updated} of ours: left out when nothing changed (CHOREOGRAPHY A6). */
    static HarmonyFrame addedStateUpdated(String target, Set<Action> allowed) {
        return new Offers(target, allowed, false);
    }

    /** An object event (harmony.md 1.4). */
    record Happened(String target, String name, ObjectNode data) implements HarmonyFrame {
        @Override
        public Optional<ObjectNode> written(CapabilitiesTold told) {
            if (name.endsWith(".disposed")) {
                told.forget(target);
            }
            ObjectNode frame = JsonNodeFactory.instance.objectNode().put("messageType", "objectEvent").put("target", target)
                    .put("name", name);
            return Optional.of(frame.set("data", data));
        }
    }

    /** A state event (harmony.md 3.1): its data is what changed since the last one of this object. */
    record Offers(String target, Set<Action> allowed, boolean documented) implements HarmonyFrame {
        @Override
        public Optional<ObjectNode> written(CapabilitiesTold told) {
            ArrayNode delta = told.delta(target, allowed);
            if (delta.isEmpty() && !documented) {
                return Optional.empty();
            }
            ObjectNode frame = JsonNodeFactory.instance.objectNode().put("messageType", "stateEvent").put("target", target)
                    .put("name", "state.updated");
            frame.putObject("context");
            return Optional.of(frame.set("data", delta));
        }
    }
}
