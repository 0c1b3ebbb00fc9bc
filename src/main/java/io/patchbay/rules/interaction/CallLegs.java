package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.PartyId;
import java.util.Optional;
import java.util.stream.Stream;

/** The state around one leg. */
final class CallLegs {

    private CallLegs() { }

    static Call call(Interaction state, CallId id) {
        return state.call(id).orElseThrow(() -> new IllegalStateException("an event names call " + id + ", which is not there"));
    }

    static Interaction inState(Interaction state, CallId id, PartyId party, Connection.State next) {
        Call call = call(state, id);
        return state.with(call.with(leg(call, party).in(next)));
    }

    /** The leg is gone: an offer with it, while an agent that took part keeps the interaction until it completes it. */
    static Interaction without(Interaction state, CallId id, PartyId party) {
        Call call = call(state, id);
        Optional<AgentId> agent = leg(call, party).agent();
        Interaction next = state.with(call.without(party));
        return agent.flatMap(next::member).map(member -> settled(next, member)).orElse(next);
    }

    private static Interaction settled(Interaction state, Member member) {
        Optional<CallId> other = state.callsOf(member.agent()).stream().map(Call::id).findFirst();
        if (other.isEmpty()) {
            return switch (member.phase()) {
                case OFFERED -> state.without(member.agent());
                case ACTIVE, ENDED -> state.with(member.in(Member.Phase.ENDED).focusedOn(other));
            };
        }
        boolean kept = member.focus().flatMap(state::call).flatMap(call -> call.of(member.agent())).isPresent();
        return kept ? state : state.with(member.focusedOn(other));
    }

    /** The queue of the consultation call becomes the queue of the contact. */
    static Interaction asksNoMore(Interaction state) {
        return state.asking().map(q -> state.in(q).asking(Optional.empty())).orElse(state);
    }

    /** The agents that take part, those aside that only listen. */
    static Stream<Member> talking(Interaction state) {
        return state.members().stream().filter(m -> m.is(Member.Phase.ACTIVE) && state.callsOf(m.agent()).stream()
                .anyMatch(call -> call.purpose() != Call.Purpose.MONITOR));
    }

    static Connection leg(Call call, PartyId party) {
        return call.connection(party)
                .orElseThrow(() -> new IllegalStateException("an event names party " + party + ", which is not in call " + call.id()));
    }
}
