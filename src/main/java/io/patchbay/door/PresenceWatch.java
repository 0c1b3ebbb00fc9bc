package io.patchbay.door;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** How several agents are, for a client that shows who is there. */
public interface PresenceWatch {

    /**
     * Tells how they all are as soon as that is known, then again each time one of them changes; changes that come together may be told
     * as one. One at a time; the listener must not block.
     */
    Watch watch(Collection<AgentId> agents, Consumer<Map<AgentId, Agent>> listener);

    /** Ends with {@link #stop}: nothing new is told from then on. */
    @FunctionalInterface
    interface Watch {
        void stop();
    }
}
