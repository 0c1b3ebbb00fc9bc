package io.patchbay.door;

import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A look at one interaction, for a door that answers once and tells nobody what happens later. */
public interface InteractionViews {

    /**
     * Asks the question of the interaction as it is, and again after each thing that happens to it, until there is an answer. Empty
     * when there was none within the patience; never completes exceptionally but by the question's own mistake.
     */
    <T> CompletionStage<Optional<T>> await(InteractionId interaction, Question<T> question, Duration patience);

    /** Pure, quick, never blocks. */
    @FunctionalInterface
    interface Question<T> {
        /** @param events what led to it, as far as it is kept, latest last; empty where nothing is kept */
        Optional<T> of(Interaction now, List<Event> events);
    }
}
