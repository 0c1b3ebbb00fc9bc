package io.patchbay.rules.interaction;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Recording;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The one table of what an agent may do when (CHOREOGRAPHY B7): the rules refuse by it and clients are shown it, so what is shown is what
 * is accepted next. Only starting and stopping a recording are accepted once more than they are shown.
 */
public final class InteractionActions {

    private static final Map<Action, Predicate<AgentView>> ON_INTERACTION = new EnumMap<>(Action.class);
    private static final Map<Action, BiPredicate<AgentView, Call>> ON_CALL = new EnumMap<>(Action.class);
    /** In a call of its own, which answers itself, a supervisor does nothing but leave. */
    private static final Set<Action> LISTENING = EnumSet.of(Action.ANSWER_CALL, Action.CLEAR_CONNECTION);

    static {
        ON_INTERACTION.put(Action.ACCEPT_INTERACTION, at -> at.isOffered() || at.offered().filter(at::isFreeFor).isPresent());
        ON_INTERACTION.put(Action.REJECT_INTERACTION, at -> at.isOffered() || at.offered().isPresent());
        ON_INTERACTION.put(Action.SET_INTERACTION_DATA, at -> !at.watches());
        ON_INTERACTION.put(Action.SET_DISPOSITION, at -> at.hasStarted() || at.isOver());
        ON_INTERACTION.put(Action.COMPLETE_INTERACTION, at -> at.isOver() || at.takesPart());
        ON_INTERACTION.put(Action.CONSULTATION_CALL, AgentView::canConsult);
        ON_INTERACTION.put(Action.ALTERNATE_CALL, AgentView::canAlternate);
        ON_INTERACTION.put(Action.TRANSFER_CALL, AgentView::hasPair);
        ON_INTERACTION.put(Action.CONFERENCE_CALL, AgentView::hasPair);
        ON_INTERACTION.put(Action.START_RECORDING, at -> at.talks() && at.records(Recording.STOPPED));
        ON_INTERACTION.put(Action.STOP_RECORDING, at -> at.talks() && !at.records(Recording.STOPPED));
        ON_INTERACTION.put(Action.PAUSE_RECORDING, at -> at.talks() && at.records(Recording.RUNNING));
        ON_INTERACTION.put(Action.RESUME_RECORDING, at -> at.talks() && at.records(Recording.PAUSED));

        ON_INTERACTION.put(Action.SEND_MESSAGE, AgentView::isRead);
        ON_INTERACTION.put(Action.SEND_TO_AGENTS, AgentView::hasColleagues);
        ON_INTERACTION.put(Action.CONSULT, AgentView::serves);
        ON_INTERACTION.put(Action.INVITE, AgentView::serves);
        ON_INTERACTION.put(Action.CONFERENCE, AgentView::consults);
        ON_INTERACTION.put(Action.TRANSFER, AgentView::serves);
        ON_INTERACTION.put(Action.SET_NICKNAME, at -> at.participant().isPresent());
        ON_INTERACTION.put(Action.LEAVE, AgentView::takesPart);
        ON_INTERACTION.put(Action.END_CONTACT, AgentView::serves);

        ON_CALL.put(Action.ANSWER_CALL, (at, call) -> at.has(call, State.ALERTING) && at.isFreeFor(call));
        ON_CALL.put(Action.CLEAR_CONNECTION, (at, call) -> !at.isCalled(call));
        ON_CALL.put(Action.END_CALL, (at, call) -> at.leg(call).filter(Connection::isAnswered).isPresent());
        ON_CALL.put(Action.HOLD_CALL, (at, call) -> at.has(call, State.CONNECTED));
        ON_CALL.put(Action.RETRIEVE_CALL, (at, call) -> at.has(call, State.HELD) && at.isFreeFor(call));
        ON_CALL.put(Action.MUTE_CALL, (at, call) -> at.has(call, State.CONNECTED) && !at.isMuted(call));
        ON_CALL.put(Action.UNMUTE_CALL, (at, call) -> at.has(call, State.CONNECTED) && at.isMuted(call));
        ON_CALL.put(Action.SEND_DTMF, (at, call) -> at.has(call, State.CONNECTED));
        ON_CALL.put(Action.SINGLE_STEP_TRANSFER, AgentView::talksIn);
        ON_CALL.put(Action.SINGLE_STEP_CONFERENCE, AgentView::talksIn);
        ON_CALL.put(Action.DROP_PARTICIPANT, AgentView::confersIn);
    }

    private InteractionActions() { }

    /** The actions of an agent on the interaction, and on each call with its leg. */
    public record Allowed(Set<Action> interaction, Map<CallId, Set<Action>> calls) { }

    /** The present actions of the agent. Empty if it does not have the interaction. */
    public static Allowed allowed(Interaction interaction, AgentId agent) {
        return AgentView.of(interaction, agent).map(InteractionActions::allowed).orElseGet(() -> new Allowed(Set.of(), Map.of()));
    }

    /** Whether the agent may transfer while its second call is not answered, where a dialect has that (CHOREOGRAPHY A4). */
    public static boolean allowsEarlyTransfer(Interaction interaction, AgentId agent) {
        return AgentView.of(interaction, agent).filter(AgentView::consultRings).isPresent();
    }

    static boolean allows(AgentView at, Action action) {
        return ON_INTERACTION.containsKey(action) && ON_INTERACTION.get(action).test(at);
    }

    static boolean allows(AgentView at, Call call, Action action) {
        return ON_CALL.containsKey(action) && at.leg(call).isPresent() && ON_CALL.get(action).test(at, call)
                && (call.purpose() != Call.Purpose.MONITOR || LISTENING.contains(action));
    }

    private static Allowed allowed(AgentView at) {
        Map<CallId, Set<Action>> calls = new LinkedHashMap<>();
        at.interaction().callsOf(at.member().agent()).forEach(call -> calls.put(call.id(), actions(a -> allows(at, call, a))));
        return new Allowed(actions(a -> allows(at, a)), Collections.unmodifiableMap(calls));
    }

    private static Set<Action> actions(Predicate<Action> allowed) {
        Set<Action> actions = EnumSet.allOf(Action.class);
        actions.removeIf(allowed.negate());
        return Collections.unmodifiableSet(actions);
    }
}
