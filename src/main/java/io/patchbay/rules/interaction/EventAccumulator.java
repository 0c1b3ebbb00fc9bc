package io.patchbay.rules.interaction;

import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.rules.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: each event added moves the state that the next one is judged by. */
final class EventAccumulator {

    private final List<InteractionEvent> events = new ArrayList<>();
    private final Instant at;
    private Interaction state;

    /** @param at the time of all its events */
    EventAccumulator(Interaction state, Instant at) {
        this.state = state;
        this.at = at;
    }

    EventAccumulator add(InteractionEvent event) {
        events.add(event);
        state = InteractionEvolve.evolve(state, event, at);
        return this;
    }

    Interaction state() {
        return state;
    }

    Decision<InteractionEvent> accepted() {
        return Decision.all(events);
    }
}
