package io.patchbay.rules.interaction;

import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;

/** Where an event leads. The cell, every replica of a door and a cold start go through here. */
final class InteractionEvolve {

    private InteractionEvolve() { }

    static Interaction evolve(Interaction state, InteractionEvent event) {
        return waiting(event.family(new InteractionEvent.Families<>() {
            @Override
            public Interaction contact(ContactEvent e) {
                return e.match(new ContactEvolve(state));
            }

            @Override
            public Interaction call(CallEvent e) {
                return e.match(new CallEvolve(state));
            }
        }));
    }

    /**
     * A call waits while its queue's leg is there and no agent is alerted. Derived after every event, so that a step of which only the
     * first events survived leaves no contact that nobody is offered.
     */
    private static Interaction waiting(Interaction state) {
        return state.queue().filter(q -> state.medium() == Medium.VOICE)
                .map(q -> state.in(q.waiting(state.calls().stream().anyMatch(InteractionEvolve::isWaiting)))).orElse(state);
    }

    private static boolean isWaiting(Call call) {
        return call.has(Connection.Role.QUEUE) && call.in(Connection.State.ALERTING).noneMatch(leg -> leg.agent().isPresent());
    }
}
