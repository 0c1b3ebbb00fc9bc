package io.patchbay.dialog;

import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.InteractionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The dialogs of an agent, also those that are over and wait for their wrap-up. An interaction does not keep the calls that are over.
 * Thread-safe.
 */
public final class KnownDialogs {
    private final Map<CallId, InteractionId> all = new LinkedHashMap<>();
    private final AgentId agent;

    public KnownDialogs(AgentId agent) {
        this.agent = agent;
    }

    /** Adds the present calls, and forgets those of interactions that left the list of the agent. */
    public synchronized void note(Replicas now) {
        now.interactions().forEach((id, interaction) -> interaction.callsOf(agent).forEach(call -> all.put(call.id(), id)));
        all.values().removeIf(id -> now.agent().work(id).isEmpty() && now.interaction(id).isEmpty());
    }

    /** The interaction of a dialog of that id, present or over. */
    public synchronized Optional<InteractionId> interaction(String dialog) {
        return all.entrySet().stream().filter(known -> known.getKey().value().equals(dialog)).map(Map.Entry::getValue).findFirst();
    }

    /** The interaction that waits for its wrap-up, if it is one. */
    public static Optional<InteractionId> over(Replicas now) {
        return now.agent().work().stream().filter(work -> !work.isLive()).map(Agent.Work::interaction).reduce((one, other) -> other);
    }
}
