package io.patchbay.dialect.harmony.frame;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The building blocks of CHOREOGRAPHY B1 and B2 for one agent and one event of an interaction, without the channel pair: that is an event
 * of the agent's own.
 *
 * @param before, after the interaction around the event
 */
record InteractionBlocks(AgentId me, InteractionFrames frames, Interaction before, Interaction after) {

    /** The body of OFFER and the documented list of dial: the interaction appears with one call. */
    List<HarmonyFrame> appears(CallId id) {
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(frames.created(after));
        all.add(frames.updated(after));
        all.addAll(conversation(id));
        all.add(frames.dataChanged(after));
        all.add(frames.preview(after));
        all.add(frames.initialized());
        return all;
    }

    /** The body of OFFER-M: a messaging contact appears. */
    List<HarmonyFrame> appears() {
        return List.of(frames.created(after), frames.updated(after), frames.dataChanged(after), frames.preview(after),
                frames.initialized());
    }

    /** The list of interaction.request.accept. */
    List<HarmonyFrame> accept() {
        return List.of(frames.screenPop(after), frames.updated(after));
    }

    /** The agent takes part no more and keeps the interaction until it completes it. */
    List<HarmonyFrame> left(Cause cause) {
        return List.of(frames.ended(cause), frames.updated(after));
    }

    /** One call of the agent as creation frames. */
    List<HarmonyFrame> conversation(CallId id) {
        Call call = after.call(id).orElseThrow();
        List<HarmonyFrame> all = new ArrayList<>();
        all.add(frames.conversationCreated(call));
        all.add(frames.updated(after, id));
        others(call).forEach(leg -> all.add(frames.memberAdded(call, leg)));
        listeners(id).forEach(leg -> all.add(frames.memberAdded(call, leg)));
        all.add(frames.conversationInitialized(id));
        return all;
    }

    /** ANSWER. */
    List<HarmonyFrame> answer(CallId call) {
        return List.of(frames.updated(after, call), frames.screenPop(after), frames.updated(after));
    }

    /** The list of interaction.request.accept, then what it does to the call. */
    List<HarmonyFrame> accept(CallId call) {
        return List.of(frames.screenPop(after), frames.updated(after), frames.addedUpdate(after, call));
    }

    /** Hold and retrieve, then what else they change where the agent has another call. */
    List<HarmonyFrame> held(CallId call) {
        List<HarmonyFrame> all = new ArrayList<>(List.of(frames.updated(after, call)));
        if (!focus(before).equals(focus(after))) {
            all.add(frames.focusChanged(focus(after)));
        }
        all.add(frames.addedUpdate(after));
        after.callsOf(me).stream().map(Call::id).filter(other -> !other.equals(call))
                .forEach(other -> all.add(frames.addedUpdate(after, other)));
        return all;
    }

    private Optional<CallId> focus(Interaction state) {
        return state.member(me).flatMap(Interaction.Member::focus);
    }

    /** The party that the agent called has answered. */
    List<HarmonyFrame> answered(CallId call) {
        List<HarmonyFrame> all = new ArrayList<>(membersChanged(call, Cause.TRANSFERRED));
        all.add(frames.updated(after, call));
        all.add(frames.updated(after));
        return all;
    }

    /** GONE, and the list of reject, which differs in the cause only: an alerting leg was withdrawn. */
    List<HarmonyFrame> gone(Optional<CallId> call, Cause cause) {
        List<HarmonyFrame> all = new ArrayList<>(List.of(frames.ended(cause), frames.updated(after)));
        call.ifPresent(id -> all.add(frames.conversationDisposed(id, cause)));
        all.add(frames.disposed());
        return all;
    }

    /** The agent released its alerting leg, which refuses the offer. */
    List<HarmonyFrame> releasedOffer(CallId call) {
        return List.of(frames.updated(after, call), frames.conversationDisposed(call, Cause.REJECTED), frames.ended(Cause.REJECTED),
                frames.updated(after), frames.disposed());
    }

    /** CLEARED, and the list of release, which differs in the cause only: an answered or dialling leg is gone. */
    List<HarmonyFrame> cleared(CallId call, Cause cause) {
        List<HarmonyFrame> all = new ArrayList<>(List.of(frames.updated(after, call), frames.conversationDisposed(call, cause)));
        Optional<CallId> left = after.callsOf(me).stream().map(Call::id).findFirst();
        if (left.isEmpty()) {
            all.add(frames.ended(cause));
        }
        all.add(frames.updated(after));
        left.ifPresent(id -> {
            all.add(frames.focusChanged(left));
            all.add(frames.addedUpdate(after, id));
        });
        return all;
    }

    /** The documented list of complete. */
    List<HarmonyFrame> completed() {
        return List.of(frames.complete(), frames.updated(after), frames.disposed());
    }

    /** m− and m+, and for who called a party into the call that is gone unanswered, or has answered, the call too (CHOREOGRAPHY B4). */
    List<HarmonyFrame> partyChanged(CallId id, Optional<Connection> party, Cause cause) {
        List<HarmonyFrame> all = new ArrayList<>(membersChanged(id, cause));
        boolean mine = party.filter(leg -> !leg.isAnswered()).flatMap(Connection::invitedBy).filter(me::equals).isPresent();
        if (mine && after.call(id).flatMap(call -> call.of(me)).isPresent()) {
            all.add(frames.updated(after, id));
        }
        return all;
    }

    /**
     * Whatever else the agent can do now, or cannot any more, although no list names it: what is enabled is what is accepted (B7). Not in
     * a call it is left alone in, the end of which comes next; and not of a contact that is no call, where the lists name it all.
     */
    List<HarmonyFrame> besides() {
        List<HarmonyFrame> all = new ArrayList<>();
        if (after.medium() == Medium.VOICE && after.member(me).isPresent()) {
            all.add(frames.addedUpdate(after));
            after.callsOf(me).stream().filter(call -> !others(call).isEmpty())
                    .forEach(call -> all.add(frames.addedUpdate(after, call.id())));
        }
        return all;
    }

    /** That party as it was. */
    Optional<Connection> party(CallId id, PartyId party) {
        return before.call(id).flatMap(call -> call.connection(party));
    }

    /** m− and m+ of a call the agent stays in. Who is left alone is told by the end of its own leg, not by m− (CHOREOGRAPHY B2). */
    List<HarmonyFrame> membersChanged(CallId id, Cause cause) {
        Optional<Call> was = before.call(id).filter(call -> call.of(me).isPresent());
        Optional<Call> is = after.call(id).filter(call -> call.of(me).isPresent());
        List<HarmonyFrame> all = new ArrayList<>();
        if (was.isPresent() && is.isPresent() && !others(is.get()).isEmpty()) {
            List<Connection> old = others(was.get());
            List<Connection> now = others(is.get());
            old.stream().filter(leg -> isMissing(leg, now)).forEach(leg -> all.add(frames.memberRemoved(was.get(), leg, cause)));
            now.stream().filter(leg -> isMissing(leg, old)).forEach(leg -> all.add(frames.memberAdded(is.get(), leg)));
        }
        return all;
    }

    /**
     * The other parties as this agent sees them. While a queue looks for somebody, who is called by it is no party yet, and for the
     * agent it calls the queue is none.
     */
    private List<Connection> others(Call call) {
        boolean queued = call.isQueued();
        boolean called = call.of(me).filter(leg -> leg.is(Connection.State.ALERTING)).isPresent();
        return call.connections().stream().filter(leg -> !leg.isOf(me))
                .filter(leg -> !queued || !(called && leg.role() == Connection.Role.QUEUE))
                .filter(leg -> !queued || !(leg.role() == Connection.Role.AGENT && leg.is(Connection.State.ALERTING))).toList();
    }

    /** Supervisors that this agent is shown beside the call, in calls of their own (CHOREOGRAPHY B5). */
    private List<Connection> listeners(CallId heard) {
        return after.calls().stream()
                .filter(own -> own.monitoring().filter(m -> m.call().equals(heard) && m.isShownTo(me)).isPresent())
                .flatMap(own -> own.connections().stream()).filter(Connection::isAnswered).toList();
    }

    private static boolean isMissing(Connection leg, List<Connection> legs) {
        return legs.stream().noneMatch(other -> other.id().equals(leg.id()));
    }
}
