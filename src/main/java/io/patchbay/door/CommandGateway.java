package io.patchbay.door;

import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The gateway for a dialect. */
public interface CommandGateway {

    /**
     * Runs the commands one after the other up to the first refused one. Never completes exceptionally. An unknown outcome is refused
     * with UNAVAILABLE.
     */
    <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask);

    /** Follows an agent and every interaction on its list. */
    Feed follow(AgentId agent, Feed.Listener listener);

    /**
     * Follows without a gap since this event of the agent. Before the feed is ready, the listener gets the kept events of each subject
     * from as early as possible, including known ones. It gets a reset instead if that event, or an interaction of that time, is no
     * longer kept.
     */
    Feed resume(AgentId agent, Feed.Listener listener, long told);

    /** A new, never used command id. */
    CommandId newId();

    /** The clock of the doors, the only source of time for commands. */
    Instant now();

    /** The name of this member, for bindings. */
    String member();

    /** How long offers outlive the last client of a session that begins here; empty where offers do not depend on clients. */
    Optional<Duration> offerLost();
}
