package io.patchbay.door;

import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** What the gateway is to a dialect. */
public interface CommandGateway {

    /**
     * Runs the commands, if there are any, one after the other up to the first that is refused; never completes exceptionally: an unknown
     * outcome is refused with UNAVAILABLE.
     */
    <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask);

    /** Follows an agent and every interaction on its list. */
    Feed follow(AgentId agent, Feed.Listener listener);

    /**
     * Follows as if it had never been interrupted since the agent's event of that number. Before the feed is ready the listener is told
     * what is kept, each subject from as early as possible: also what it was told then, for it to know again. Reset instead where that
     * event, or an interaction of then, is no longer kept.
     */
    Feed resume(AgentId agent, Feed.Listener listener, long told);

    /** A new, never used command id. */
    CommandId newId();

    /** The border's clock: the one place where commands get their time. */
    Instant now();

    /** The name of this member, for bindings. */
    String member();
}
