package io.patchbay.door;

import io.patchbay.model.Address;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Messaging contacts for the door of outside parties. Completes exceptionally if the grid does not answer. */
public interface ContactLookup {

    /** The present content of the grid. Empty if there is none, or no longer. */
    CompletionStage<Optional<Interaction>> find(InteractionId id);

    /** The last events, latest last. */
    CompletionStage<List<Recorded>> latest(InteractionId id);

    /** All log entries in the gateway, including those that have left the state. */
    CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state);

    /**
     * A part of the log. Reads only the pages with entries of this part.
     *
     * @param from  the index of the first entry; it may lie between two entries
     * @param count the largest number of entries
     */
    CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state, long from, int count);

    /**
     * The interaction of the messages from one number to another, the same for all callers.
     *
     * @param fresh the interaction if there is none, or if the present one has ended
     * @param over an interaction that was found to have ended
     */
    CompletionStage<Thread> thread(Address from, Address to, InteractionId fresh, Optional<InteractionId> over);

    /** @param age of the decision; the member that begins the interaction may need a moment */
    record Thread(InteractionId home, Duration age) { }
}
