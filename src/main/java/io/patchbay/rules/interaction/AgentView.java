package io.patchbay.rules.interaction;

import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Medium;
import io.patchbay.model.Participant;
import io.patchbay.model.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An interaction as one agent that has it stands in it. */
record AgentView(Interaction interaction, Member member) {

    /** Empty when the agent does not have the interaction: to it, it does not exist. */
    static Optional<AgentView> of(Interaction interaction, AgentId agent) {
        return interaction.member(agent).map(member -> new AgentView(interaction, member));
    }

    Optional<Connection> leg(Call call) {
        return call.of(member.agent());
    }

    boolean has(Call call, State state) {
        return leg(call).filter(leg -> leg.is(state)).isPresent();
    }

    /** Whether the agent is called but not alerted. The agent does not know of the call yet. */
    boolean isCalled(Call call) {
        return has(call, State.INITIATED) && leg(call).filter(call::isDialling).isEmpty();
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

    /** In conversation: dialling is not yet, a finished part no more, listening to others never. */
    boolean hasStarted() {
        return talks() || takesPart() && !watches();
    }

    /** The same, in a call. */
    boolean talks() {
        return member.is(Member.Phase.ACTIVE) && calls().anyMatch(call -> call.purpose() != Call.Purpose.MONITOR
                && leg(call).filter(Connection::isAnswered).isPresent());
    }

    /** Whether it is a messaging contact. */
    boolean isInContact() {
        return ContactRules.isContact(interaction);
    }

    /** Whether a messaging contact is offered to the agent. */
    boolean isOffered() {
        return isInContact() && member.is(Member.Phase.OFFERED);
    }

    /** Whether the agent takes part in a messaging contact, from its acceptance on. */
    boolean takesPart() {
        return isInContact() && member.is(Member.Phase.ACTIVE);
    }

    /** Whether the agent is a supervisor whom nobody sees. */
    boolean watches() {
        return takesPart() && member.watched().isPresent() && participant().isEmpty();
    }

    /** The participant that the agent is in a messaging contact. */
    Optional<Participant> participant() {
        return interaction.messaging().of(member.agent());
    }

    /** Whether there is a customer who sees the agent. */
    boolean serves() {
        return isSeen() && interaction.messaging().customer().isPresent();
    }

    /** Whether the customer reads messages. A callback has none. */
    boolean isRead() {
        return serves() && interaction.medium() != Medium.CALLBACK;
    }

    boolean isSeen() {
        return participant().filter(p -> p.visibility() == Visibility.ALL).isPresent();
    }

    boolean hasColleagues() {
        return participant().isPresent() && interaction.messaging().participants().stream()
                .anyMatch(p -> p.agent().isPresent() && !p.isOf(member.agent()));
    }

    boolean consults() {
        return isSeen() && interaction.messaging().agents(Visibility.AGENTS).findAny().isPresent();
    }

    boolean isOver() {
        return member.is(Member.Phase.ENDED);
    }

    /** No other leg of the agent is connected or about to be: never two connected calls for one agent (CHOREOGRAPHY A13). */
    boolean isFreeFor(Call call) {
        return calls().filter(other -> !other.id().equals(call.id()))
                .noneMatch(other -> has(other, State.CONNECTED) || has(other, State.INITIATED));
    }

    /** One call held and one connected. */
    boolean canAlternate() {
        return calls().anyMatch(call -> has(call, State.HELD)) && calls().anyMatch(call -> has(call, State.CONNECTED));
    }

    /** The same, in neither of which a queue looks for somebody. */
    boolean hasPair() {
        return canAlternate() && calls().noneMatch(call -> call.isQueued());
    }

    /** The original call is held and the second is not answered. */
    boolean consultRings() {
        List<Call> pair = calls().toList();
        return pair.size() == 2 && has(pair.get(0), State.HELD) && has(pair.get(1), State.INITIATED) && !pair.get(0).isQueued();
    }

    /** Talks in the original call, or holds it, and in no other. */
    boolean canConsult() {
        List<Call> only = calls().toList();
        return only.size() == 1 && only.get(0).purpose() == Call.Purpose.PRIMARY
                && leg(only.get(0)).filter(Connection::isAnswered).isPresent();
    }

    /** Connected with somebody who is there, while no queue looks for anybody. */
    boolean talksIn(Call call) {
        return has(call, State.CONNECTED) && !call.isQueued()
                && call.connections().stream().anyMatch(other -> other.isAnswered() && !other.isOf(member.agent()));
    }

    boolean confersIn(Call call) {
        return leg(call).filter(Connection::isAnswered).isPresent() && call.connections().size() > 2 && !call.isQueued();
    }

    boolean isInQueue() {
        return interaction.calls().stream().anyMatch(call -> call.isQueued());
    }

    /** The legs of the agent in plain English, for a refusal. */
    String legs() {
        String legs = calls().map(call -> Wording.of(call, leg(call).orElseThrow())).collect(Collectors.joining(" and "));
        return legs.isEmpty() ? "no call" : legs;
    }

    Stream<Call> calls() {
        return interaction.callsOf(member.agent()).stream();
    }
}
