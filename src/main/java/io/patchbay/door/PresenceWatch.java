package io.patchbay.door;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The states of several agents, for a client that shows them. */
public interface PresenceWatch {

    /**
     * Reports all states when they are known, then again after each change. Changes at the same time may be one report. One report at a
     * time. The listener must not block.
     */
    Watch watch(Collection<AgentId> agents, Consumer<Map<AgentId, Agent>> listener);

    /** The present states. Completes exceptionally with {@link java.util.concurrent.TimeoutException} if they are not known in time. */
    default CompletionStage<Map<AgentId, Agent>> read(Collection<AgentId> agents, Duration within) {
        CompletableFuture<Map<AgentId, Agent>> first = new CompletableFuture<>();
        Watch watch = watch(agents, first::complete);
        return first.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS).whenComplete((all, error) -> watch.stop());
    }

    /** No report comes after {@link #stop}. */
    @FunctionalInterface
    interface Watch {
        void stop();
    }
}
