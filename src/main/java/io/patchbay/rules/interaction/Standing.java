package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Connection;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Interaction;
import java.util.Optional;
import java.util.stream.Stream;

/** An interaction as one agent that has it stands in it. */
record Standing(Interaction interaction, Member member) {

    /** Empty when the agent does not have the interaction: to it, it does not exist. */
    static Optional<Standing> of(Interaction interaction, AgentId agent) {
        return interaction.member(agent).map(member -> new Standing(interaction, member));
    }

    Optional<Connection> leg(Call call) {
        return call.of(member.agent());
    }

    boolean has(Call call, State state) {
        return leg(call).filter(leg -> leg.is(state)).isPresent();
    }

    boolean isMuted(Call call) {
        return leg(call).filter(Connection::muted).isPresent();
    }

    boolean records(Interaction.Recording as) {
        return interaction.recording() == as;
    }

    /** The call that the agent could answer now. */
    Optional<Call> offered() {
        return calls().filter(call -> has(call, State.ALERTING)).findFirst();
    }

    /** In conversation: dialling is not yet, a finished part no more. */
    boolean hasStarted() {
        return member.is(Member.Phase.ACTIVE) && calls().anyMatch(call -> leg(call).filter(Connection::isAnswered).isPresent());
    }

    boolean isOver() {
        return member.is(Member.Phase.ENDED);
    }

    /** No other leg of the agent is connected or about to be: never two connected calls for one agent (CHOREOGRAPHY A13). */
    boolean isFreeFor(Call call) {
        return calls().filter(other -> !other.id().equals(call.id()))
                .noneMatch(other -> has(other, State.CONNECTED) || has(other, State.INITIATED));
    }

    private Stream<Call> calls() {
        return interaction.callsOf(member.agent()).stream();
    }
}
