package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.Interaction;
import io.patchbay.model.RecordingEvent.RecordingStopped;
import java.util.Optional;

/** How legs go, what goes with them, and when the interaction is over: the actor's leg first, then the others, then the end. */
final class Clearing {

    private Clearing() { }

    /** A party leaves; who is left alone by it is cleared as by the other side. */
    static void leave(Unfolding story, CallId call, Connection leg, Cause cause) {
        story.add(cleared(call, leg, cause));
        settle(story, call, Cause.REMOTE, cause);
    }

    /** What was called cannot be reached; who is left alone by it learns why. */
    static void fail(Unfolding story, CallId call, Connection leg, Cause cause) {
        story.add(new Failed(call, leg.id(), leg.address(), leg.agent(), cause));
        settle(story, call, cause, cause);
    }

    /** An offer came to nothing, its leg is gone: a queue contact waits again, a direct call fails to its caller (CHOREOGRAPHY A12). */
    static void offerLost(Unfolding story, CallId call, AgentId agent, Cause failure) {
        Interaction now = story.state();
        if (now.call(call).filter(c -> c.has(Connection.Role.QUEUE)).isPresent()) {
            now.queueing().ifPresent(q -> story.add(new Requeued(q.queue(), Optional.of(agent))));
        } else {
            settle(story, call, failure, failure);
        }
    }

    static ConnectionCleared cleared(CallId call, Connection leg, Cause cause) {
        return new ConnectionCleared(call, leg.id(), leg.address(), leg.agent(), cause);
    }

    /** Clears a call that cannot go on. @param left why, for who was talking or dialling; @param end why, for the interaction */
    private static void settle(Unfolding story, CallId id, Cause left, Cause end) {
        story.state().call(id).filter(call -> !goesOn(call)).ifPresent(call -> call.connections().forEach(leg ->
                story.add(cleared(id, leg, takesPart(call, leg) ? left : Cause.ABANDONED))));
        if (story.state().calls().isEmpty()) {
            if (story.state().recording() != Interaction.Recording.STOPPED) {
                story.add(new RecordingStopped(Optional.empty()));
            }
            story.add(new Ended(end));
        }
    }

    /** A call is two parties, one of which at least is there: nobody rings for nobody. */
    private static boolean goesOn(Call call) {
        return call.connections().size() > 1 && call.connections().stream().anyMatch(leg -> takesPart(call, leg));
    }

    private static boolean takesPart(Call call, Connection leg) {
        return leg.isAnswered() || call.isDialling(leg);
    }
}
