package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.PartyEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where it leads that parties go from one call to another. */
record PartyEvolve(Interaction state) implements PartyEvent.Cases<Interaction> {

    @Override
    public Interaction transferred(PartyEvent.Transferred e) {
        List<Connection> moved = e.secondaryOldCall().map(second -> others(second, e.by())).orElse(List.of());
        List<Connection> come = Stream.concat(moved.stream(), e.added().stream()).toList();
        Interaction joined = merged(state, e.secondaryOldCall(), e.resultingCall(), come);
        Interaction left = CallLegs.call(joined, e.resultingCall()).of(e.by())
                .map(leg -> CallLegs.without(joined, e.resultingCall(), leg.id())).orElse(joined);
        boolean asks = CallLegs.call(state, e.resultingCall()).purpose() == Call.Purpose.CONSULT;
        Interaction queued = e.queueing().map(q -> asks ? left.asking(Optional.of(q)) : left.in(q)).orElse(left);
        return owned(moved.stream().anyMatch(leg -> leg.is(State.QUEUED)) ? CallLegs.asksNoMore(queued) : queued, moved, e.by());
    }

    @Override
    public Interaction conferenced(PartyEvent.Conferenced e) {
        Interaction joined = merged(state, Optional.of(e.secondaryOldCall()), e.resultingCall(), others(e.secondaryOldCall(), e.by()));
        Call call = CallLegs.call(joined, e.resultingCall());
        Connection own = call.of(e.by()).orElseThrow();
        Interaction talking = joined.with(call.with(own.in(State.CONNECTED)));
        return talking.member(e.by()).map(m -> talking.with(m.focusedOn(Optional.of(call.id())))).orElse(talking);
    }

    @Override
    public Interaction partyAdded(PartyEvent.PartyAdded e) {
        return state.with(CallLegs.call(state, e.call()).with(e.connection().invitedBy(e.by())));
    }

    @Override
    public Interaction partyMoved(PartyEvent.PartyMoved e) {
        return joined(state, Optional.of(e.from()), e.call(), CallLegs.call(state, e.from()).connections());
    }

    @Override
    public Interaction monitorStarted(PartyEvent.MonitorStarted e) {
        return state.with(CallLegs.call(state, e.monitor()).monitoring(new Call.Monitoring(e.call(), e.agent(), e.mode(), e.told())));
    }

    @Override
    public Interaction monitorStopped(PartyEvent.MonitorStopped e) {
        return state;
    }

    /** The same, where the call names the other one from now on. */
    private static Interaction merged(Interaction state, Optional<CallId> second, CallId first, List<Connection> legs) {
        Interaction next = joined(state, second, first, legs);
        return second.map(other -> next.with(CallLegs.call(next, first).joinedBy(other))).orElse(next);
    }

    /** The legs are in the call, with the agents they are of and who listens to these; the call they were in is gone. */
    private static Interaction joined(Interaction state, Optional<CallId> from, CallId to, List<Connection> legs) {
        Interaction next = from.map(state::without).orElse(state);
        for (Connection leg : legs) {
            next = next.with(CallLegs.call(next, to).with(leg));
            Optional<Member> member = leg.agent().flatMap(next::member);
            if (from.isPresent() && member.isPresent()) {
                next = next.with(member.get().focusedOn(Optional.of(to)));
            }
        }
        for (Call call : next.calls()) {
            Optional<Call.Monitoring> stale = call.monitoring().filter(m -> from.filter(m.call()::equals).isPresent());
            if (stale.isPresent()) {
                next = next.with(call.monitoring(new Call.Monitoring(to, stale.get().agent(), stale.get().mode(), stale.get().told())));
            }
        }
        return next;
    }

    private List<Connection> others(CallId call, AgentId than) {
        return CallLegs.call(state, call).connections().stream().filter(leg -> !leg.isOf(than)).toList();
    }

    /** An agent that was transferred to owns it; else one that was there already; nobody, where all others are of the outside world. */
    private static Interaction owned(Interaction state, List<Connection> moved, AgentId by) {
        Stream<AgentId> came = moved.stream().filter(Connection::isAnswered).flatMap(leg -> leg.agent().stream());
        boolean owner = state.owner().filter(by::equals).isPresent();
        Stream<AgentId> stayed = owner ? CallLegs.talking(state).map(Member::agent) : Stream.of();
        Optional<AgentId> next = Stream.concat(came, stayed).findFirst();
        return next.map(state::ownedBy).orElseGet(() -> owner ? state.unowned() : state);
    }
}
