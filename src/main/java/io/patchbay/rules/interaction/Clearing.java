package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.CallQueued;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.OwnerChanged;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.RecordingEvent.RecordingStopped;
import java.util.List;
import java.util.Optional;

/** Ends legs, their consequences and the interaction, in this order: the leg of the actor, the other legs, the end. */
final class Clearing {

    private Clearing() { }

    /** A party leaves. A party that is left alone is cleared, as by the other side. */
    static void leave(EventAccumulator story, CallId call, Connection leg, Cause cause) {
        story.state().call(call).ifPresent(own -> Monitors.stopped(story, own, leg, cause));
        story.add(cleared(call, leg, cause));
        settle(story, call, Cause.REMOTE, cause);
    }

    /** A party ends the call for everybody. */
    static void end(EventAccumulator story, Call call, Connection by) {
        story.add(forAll(cleared(call.id(), by, Cause.RELEASED)));
        call.connections().stream().filter(leg -> !leg.equals(by)).forEach(leg -> story.add(forAll(cleared(call, leg, Cause.REMOTE))));
        settle(story, call.id(), Cause.REMOTE, Cause.RELEASED);
    }

    private static ConnectionCleared forAll(ConnectionCleared one) {
        return new ConnectionCleared(one.call(), one.connection(), one.party(), one.agent(), one.cause(), true);
    }

    /** The consulting agent signed out. A customer on hold returns to its queue instead of being cleared. */
    static void signOut(EventAccumulator story, CallId call, Connection leg, boolean consulting) {
        if (!consulting) {
            leave(story, call, leg, Cause.LOGOUT);
            return;
        }
        story.add(cleared(call, leg, Cause.LOGOUT));
        if (!waitsAgain(story, call, leg)) {
            settle(story, call, Cause.REMOTE, Cause.LOGOUT);
        }
    }

    /** The called party cannot be reached. A party that is left alone gets the cause. */
    static void fail(EventAccumulator story, CallId call, Connection leg, Cause cause) {
        story.add(new Failed(call, leg.id(), leg.address(), leg.agent(), cause));
        unreached(story, call, leg, cause);
    }

    /** An offer came to nothing, its leg is gone: a queue contact waits again, a direct call fails to its caller (CHOREOGRAPHY A12). */
    static void offerLost(EventAccumulator story, CallId call, Connection leg, Cause failure) {
        Interaction now = story.state();
        if (now.call(call).filter(c -> c.isQueued()).isPresent()) {
            now.queueing().ifPresent(q -> story.add(new Requeued(q.queue(), leg.agent(), failure == Cause.UNAVAILABLE)));
        } else {
            unreached(story, call, leg, failure);
        }
    }

    /** A participating agent gets the cause. A called agent is no longer called. */
    private static ConnectionCleared cleared(Call call, Connection leg, Cause why) {
        return cleared(call.id(), leg, takesPart(call, leg) ? why : Cause.ABANDONED);
    }

    static ConnectionCleared cleared(CallId call, Connection leg, Cause cause) {
        return new ConnectionCleared(call, leg.id(), leg.address(), leg.agent(), cause);
    }

    /**
     * The first called party gives its cause to the caller. For a party that was added later, only the queue of the contact, or its
     * end, is reported (B4).
     */
    private static void unreached(EventAccumulator story, CallId id, Connection leg, Cause cause) {
        boolean first = story.state().call(id).filter(call -> call.to().equals(leg.called())).isPresent();
        if (first) {
            settle(story, id, cause, cause);
        } else if (!waitsAgain(story, id, leg)) {
            settle(story, id, Cause.FAILED, Cause.FAILED);
        }
    }

    /** A customer that came through a queue and is alone since {@code left} has gone waits there again, if no other queue is asked. */
    private static boolean waitsAgain(EventAccumulator story, CallId id, Connection left) {
        Interaction now = story.state();
        Optional<Connection> alone = now.call(id).filter(call -> call.connections().size() == 1).map(call -> call.connections().get(0))
                .filter(leg -> leg.role() == Connection.Role.CUSTOMER && leg.isAnswered());
        boolean asked = now.calls().stream().anyMatch(call -> call.isQueued());
        Optional<Interaction.Queueing> queue = now.queue().filter(q -> alone.isPresent() && !asked);
        queue.ifPresent(q -> {
            story.add(new CallQueued(id, new Connection(Ids.beside(left.id(), "queue"), q.number(), Connection.Role.QUEUE,
                    Optional.empty(), Optional.empty(), Connection.State.QUEUED), q.queue()));
            Monitors.settle(story);
            story.add(new Requeued(q.queue(), Optional.empty()));
        });
        return queue.isPresent();
    }

    /** Clears a call that cannot go on. @param left why, for who was talking or dialling; @param end why, for the interaction */
    static void settle(EventAccumulator story, CallId id, Cause left, Cause end) {
        story.state().call(id).filter(call -> !goesOn(story.state(), call)).ifPresent(call ->
                call.connections().forEach(leg -> story.add(cleared(call, leg, left))));
        Monitors.settle(story);
        if (story.state().calls().isEmpty()) {
            if (story.state().recording() != Interaction.Recording.STOPPED) {
                story.add(new RecordingStopped(Optional.empty()));
            }
            story.add(new Ended(end));
        } else {
            owned(story);
        }
    }

    private static void owned(EventAccumulator story) {
        List<AgentId> there = CallLegs.talking(story.state()).map(Member::agent).toList();
        if (!there.isEmpty() && story.state().owner().filter(there::contains).isEmpty()) {
            story.add(new OwnerChanged(there.get(0)));
        }
    }

    /** A call is two parties, one of which at least is there: nobody rings for nobody. A supervisor's has whom it listens to. */
    private static boolean goesOn(Interaction state, Call call) {
        return call.monitoring().map(what -> Monitors.talks(state, what)).orElseGet(() ->
                call.connections().size() > 1 && call.connections().stream().anyMatch(leg -> takesPart(call, leg)));
    }

    private static boolean takesPart(Call call, Connection leg) {
        return leg.isAnswered() || call.isDialling(leg);
    }
}
