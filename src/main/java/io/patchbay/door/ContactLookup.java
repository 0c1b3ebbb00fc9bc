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

/** Contacts that are no calls, for the door of those outside. Completes exceptionally when the grid cannot say. */
public interface ContactLookup {

    /** As the grid holds it at this moment; empty when there is none, or no longer. */
    CompletionStage<Optional<Interaction>> find(InteractionId id);

    /** What happened to it last, latest last. */
    CompletionStage<List<Recorded>> latest(InteractionId id);

    /** All that was written in it, as far as the gateway has it: what its state keeps no longer, too. */
    CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state);

    /**
     * The interaction in which messages from one number to another go on, the same for all who ask.
     *
     * @param fresh what it is if there was none, or the one there was is over
     * @param over  one that was found to be over
     */
    CompletionStage<Thread> thread(Address from, Address to, InteractionId fresh, Optional<InteractionId> over);

    /** @param age since it was decided that the thread goes on there: who is to begin it may need a moment yet */
    record Thread(InteractionId home, Duration age) { }
}
