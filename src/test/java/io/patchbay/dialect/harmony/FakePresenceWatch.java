package io.patchbay.dialect.harmony;

import io.patchbay.door.PresenceWatch;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Agents whose states a test sets; everybody is signed out at first, and told of at once. */
final class FakePresenceWatch implements PresenceWatch {
    private final Map<AgentId, Agent> states = new HashMap<>();
    private final Set<Consumer<Map<AgentId, Agent>>> listeners = new LinkedHashSet<>();

    @Override
    public Watch watch(Collection<AgentId> agents, Consumer<Map<AgentId, Agent>> listener) {
        agents.forEach(agent -> states.putIfAbsent(agent, Agent.SIGNED_OUT));
        listeners.add(listener);
        listener.accept(Map.copyOf(states));
        return () -> listeners.remove(listener);
    }

    void becomes(AgentId agent, Agent state) {
        states.put(agent, state);
        Set.copyOf(listeners).forEach(listener -> listener.accept(Map.copyOf(states)));
    }

    boolean isWatched() {
        return !listeners.isEmpty();
    }
}
