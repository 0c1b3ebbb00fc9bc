package io.patchbay.door;

import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A view of one interaction for a door that answers once and does not report later events. */
public interface InteractionViews {

    /**
     * Asks the question about the present interaction, and again after each event, until there is an answer. Empty if there is none in
     * time. Completes exceptionally only if the question does.
     */
    <T> CompletionStage<Optional<T>> await(InteractionId interaction, Question<T> question, Duration patience);

    /** Pure and fast. Never blocks. */
    @FunctionalInterface
    interface Question<T> {
        /** @param events that led to this state, as far as they are kept, latest last */
        Optional<T> of(Interaction now, List<Event> events);
    }
}
