package io.patchbay.rules.interaction;

import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.rules.Decision;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: each event added moves the state that the next one is judged by. */
final class EventAccumulator {

    private final List<InteractionEvent> events = new ArrayList<>();
    private Interaction state;

    EventAccumulator(Interaction state) {
        this.state = state;
    }

    EventAccumulator add(InteractionEvent event) {
        events.add(event);
        state = InteractionEvolve.evolve(state, event);
        return this;
    }

    Interaction state() {
        return state;
    }

    Decision<InteractionEvent> accepted() {
        return Decision.all(events);
    }
}
