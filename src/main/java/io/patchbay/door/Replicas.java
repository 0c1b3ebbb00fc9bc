package io.patchbay.door;

import io.patchbay.model.Agent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An agent and the interactions on its list, after the last delivery to a client and as far as the agent may know them. They lag behind
 * the grid and are never ahead of it.
 */
public record Replicas(Agent agent, Map<InteractionId, Interaction> interactions) {
    public static final Replicas NONE = new Replicas(Agent.SIGNED_OUT, Map.of());

    public Optional<Interaction> interaction(InteractionId id) {
        return Optional.ofNullable(interactions.get(id));
    }

    Replicas with(Agent next) {
        return new Replicas(next, interactions);
    }

    Replicas with(InteractionId id, Interaction next) {
        Map<InteractionId, Interaction> all = new LinkedHashMap<>(interactions);
        all.put(id, next);
        return new Replicas(agent, all);
    }

    Replicas without(InteractionId id) {
        Map<InteractionId, Interaction> all = new LinkedHashMap<>(interactions);
        all.remove(id);
        return new Replicas(agent, all);
    }
}
