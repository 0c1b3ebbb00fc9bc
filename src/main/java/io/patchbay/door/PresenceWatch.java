package io.patchbay.door;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The states of several agents, for a client that shows them. */
public interface PresenceWatch {

    /**
     * Reports all states when they are known, then again after each change. Changes at the same time may be one report. One report at a
     * time. The listener must not block.
     */
    Watch watch(Collection<AgentId> agents, Consumer<Map<AgentId, Agent>> listener);

    /** No report comes after {@link #stop}. */
    @FunctionalInterface
    interface Watch {
        void stop();
    }
}
