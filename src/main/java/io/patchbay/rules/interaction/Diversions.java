package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.Diverted;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Destination;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionEvent;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.List;

/**
 * The called extension forwards the call. Another leg takes the place of the one that is called. Where the call cannot go there, its
 * caller is told the cause, as if it had called the destination itself.
 */
record Diversions(Interaction state, Stamp stamp) {
    /** How often one call is forwarded at most. */
    static final int MOST = 5;

    Decision<InteractionEvent> divert(Call call, Connection leg, Destination to) {
        Call rest = call.without(leg.id());
        Destinations next = Destinations.among(state.with(rest), to, stamp);
        Destinations there = isRepeated(leg, to) || next.queued().isPresent() && !canQueue(rest, leg)
                ? next.failing(Cause.UNAVAILABLE) : next;
        Connection reached = there.leg().insteadOf(leg);
        EventAccumulator story = new EventAccumulator(state, stamp.at());
        story.add(new Diverted(call.id(), leg.id(), leg.address(), leg.agent(), reached, there.queueing()));
        there.fails().ifPresent(cause -> Clearing.fail(story, call.id(), reached, cause));
        return story.accepted();
    }

    private static boolean isRepeated(Connection leg, Destination to) {
        List<Address> before = leg.diversions();
        return before.size() >= MOST || before.contains(to.address());
    }

    /** An interaction waits in one queue at a time, and a queue is not called into a call that others are in or are called into. */
    private boolean canQueue(Call rest, Connection leg) {
        return leg.invitedBy().isEmpty() && rest.called().findAny().isEmpty()
                && state.calls().stream().noneMatch(call -> call.isQueued());
    }
}
