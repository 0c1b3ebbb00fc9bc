package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.PartyId;
import java.util.Optional;

/** Where the events of calls lead. */
record CallEvolve(Interaction state) implements CallEvent.Cases<Interaction> {

    @Override
    public Interaction originated(CallEvent.Originated e) {
        Call call = new Call(e.call(), e.purpose(), e.from(), e.to(), e.connections(), e.consultFor(), e.monitoring());
        Interaction next = state.with(call).asking(e.asking().or(state::asking));
        return e.by().map(member -> owned(next.with(member), member.agent())).orElse(next);
    }

    @Override
    public Interaction delivered(CallEvent.Delivered e) {
        Interaction next = state.with(CallLegs.call(state, e.call()).with(e.connection()));
        return e.agent().flatMap(agent -> e.channel().map(channel ->
                next.with(new Member(agent, channel, Member.Phase.OFFERED, Optional.of(e.call()))))).orElse(next);
    }

    @Override
    public Interaction established(CallEvent.Established e) {
        Call before = CallLegs.call(state, e.call());
        Call next = CallLegs.call(CallLegs.inState(state, e.call(), e.connection(), State.CONNECTED), e.call());
        for (Connection leg : before.connections()) {
            if (before.isDialling(leg)) {
                next = next.with(leg.in(State.CONNECTED));
            } else if (leg.role() == Connection.Role.QUEUE) {
                next = next.without(leg.id());
            }
        }
        Interaction talking = state.with(next);
        return e.agent().flatMap(talking::member)
                .map(m -> owned(talking.with(m.in(Member.Phase.ACTIVE).focusedOn(Optional.of(e.call()))), m.agent())).orElse(talking);
    }

    @Override
    public Interaction held(CallEvent.Held e) {
        return CallLegs.inState(state, e.call(), e.connection(), State.HELD);
    }

    @Override
    public Interaction retrieved(CallEvent.Retrieved e) {
        Interaction next = CallLegs.inState(state, e.call(), e.connection(), State.CONNECTED);
        return e.agent().flatMap(next::member).map(m -> next.with(m.focusedOn(Optional.of(e.call())))).orElse(next);
    }

    @Override
    public Interaction connectionCleared(CallEvent.ConnectionCleared e) {
        return CallLegs.without(state, e.call(), e.connection());
    }

    @Override
    public Interaction failed(CallEvent.Failed e) {
        return CallLegs.without(state, e.call(), e.connection());
    }

    /** The queue takes the contact as if it had been called itself. */
    @Override
    public Interaction diverted(CallEvent.Diverted e) {
        Call call = CallLegs.call(state, e.call());
        Interaction next = CallLegs.without(state, e.call(), e.connection());
        Interaction called = next.with(CallLegs.call(next, e.call()).with(e.to()));
        return e.queueing().map(q -> call.purpose() == Call.Purpose.CONSULT ? called.asking(Optional.of(q)) : called.in(q)).orElse(called);
    }

    @Override
    public Interaction queued(CallEvent.CallQueued e) {
        Interaction waiting = state.with(CallLegs.call(state, e.call()).with(e.connection()));
        Interaction next = waiting.queue().map(q -> waiting.in(q.at(e.connection().id()))).orElse(waiting);
        boolean owned = CallLegs.talking(next).anyMatch(m -> next.owner().filter(m.agent()::equals).isPresent());
        return owned ? next : CallLegs.talking(next).findFirst().map(m -> next.ownedBy(m.agent())).orElseGet(next::unowned);
    }

    @Override
    public Interaction muted(CallEvent.Muted e) {
        return heard(e.call(), e.connection(), true);
    }

    @Override
    public Interaction unmuted(CallEvent.Unmuted e) {
        return heard(e.call(), e.connection(), false);
    }

    @Override
    public Interaction dtmfSent(CallEvent.DtmfSent e) {
        return state;
    }

    private Interaction heard(CallId id, PartyId party, boolean muted) {
        Call call = CallLegs.call(state, id);
        return state.with(call.with(CallLegs.leg(call, party).muted(muted)));
    }

    /** The first agent that took part by dialling or answering owns it; answering what another agent dialled does not change that. */
    private static Interaction owned(Interaction state, AgentId agent) {
        return state.owner().isPresent() ? state : state.ownedBy(agent);
    }
}
