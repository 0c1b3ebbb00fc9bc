package io.patchbay.door;

import io.patchbay.model.Address;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Contacts that are no calls, for the door of those outside. Completes exceptionally when the grid cannot say. */
public interface Contacts {

    /** As the grid holds it at this moment; empty when there is none, or no longer. */
    CompletionStage<Optional<Interaction>> find(InteractionId id);

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
