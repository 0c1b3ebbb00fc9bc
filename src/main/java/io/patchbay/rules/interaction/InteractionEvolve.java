package io.patchbay.rules.interaction;

import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingEvent;
import io.patchbay.model.PartyEvent;
import io.patchbay.model.RecordingEvent;
import java.time.Instant;

/** Where an event leads. The cell, every replica of a door and a cold start go through here. */
final class InteractionEvolve {

    private InteractionEvolve() { }

    static Interaction evolve(Interaction state, InteractionEvent event, Instant at) {
        return new Times(state, at).of(waiting(event.family(new InteractionEvent.Families<>() {
            @Override
            public Interaction contact(ContactEvent e) {
                return e.match(new ContactEvolve(state));
            }

            @Override
            public Interaction call(CallEvent e) {
                return e.match(new CallEvolve(state));
            }

            @Override
            public Interaction party(PartyEvent e) {
                return e.match(new PartyEvolve(state));
            }

            @Override
            public Interaction recording(RecordingEvent e) {
                return e.match(new RecordingEvolve(state));
            }

            @Override
            public Interaction messaging(MessagingEvent e) {
                return e.match(new MessagingEvolve(state));
            }
        })));
    }

    /**
     * A call waits while its queue's leg is there and no agent is alerted. Derived after every event, so that a step of which only the
     * first events survived leaves no contact that nobody is offered.
     */
    private static Interaction waiting(Interaction state) {
        if (state.medium() != Medium.VOICE) {
            return ContactRules.waiting(state);
        }
        boolean asks = state.asking().isPresent() && state.calls().stream().anyMatch(call -> call.isQueued());
        boolean waits = state.calls().stream().anyMatch(InteractionEvolve::isWaiting);
        Interaction next = state.asking(state.asking().filter(q -> asks).map(q -> q.waiting(waits)));
        return next.queue().map(q -> next.in(q.waiting(waits && !asks))).orElse(next);
    }

    private static boolean isWaiting(Call call) {
        return call.isQueued() && call.in(Connection.State.ALERTING).noneMatch(leg -> leg.agent().isPresent());
    }
}
