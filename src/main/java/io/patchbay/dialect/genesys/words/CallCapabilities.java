package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.CallId;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.rules.interaction.InteractionActions;
import io.patchbay.rules.interaction.InteractionActions.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of an agent on one of its calls: those that Genesys lists in the state of the call (genesys.md 7.2, CHOREOGRAPHY C),
 * without those that the rules refuse now.
 */
public final class CallCapabilities {
    private static final List<CallOperation> DIALING = List.of(CallOperation.SEND_DTMF, CallOperation.ATTACH_USER_DATA,
            CallOperation.UPDATE_USER_DATA, CallOperation.DELETE_USER_DATA, CallOperation.DELETE_USER_DATA_PAIR, CallOperation.HANGUP);
    private static final List<CallOperation> RINGING = List.of(CallOperation.ANSWER, CallOperation.ATTACH_USER_DATA,
            CallOperation.UPDATE_USER_DATA, CallOperation.DELETE_USER_DATA, CallOperation.DELETE_USER_DATA_PAIR,
            CallOperation.CLEAR_CALL);
    private static final List<CallOperation> ESTABLISHED = List.of(CallOperation.HANGUP, CallOperation.HOLD, CallOperation.SEND_DTMF,
            CallOperation.INITIATE_CONFERENCE, CallOperation.INITIATE_TRANSFER, CallOperation.SINGLE_STEP_CONFERENCE,
            CallOperation.SINGLE_STEP_TRANSFER, CallOperation.ATTACH_USER_DATA, CallOperation.UPDATE_USER_DATA,
            CallOperation.DELETE_USER_DATA, CallOperation.DELETE_USER_DATA_PAIR, CallOperation.CLEAR_CALL,
            CallOperation.START_CALL_RECORDING, CallOperation.STOP_CALL_RECORDING, CallOperation.PAUSE_CALL_RECORDING,
            CallOperation.RESUME_CALL_RECORDING);
    private static final List<CallOperation> HELD = List.of(CallOperation.HANGUP, CallOperation.INITIATE_CONFERENCE,
            CallOperation.INITIATE_TRANSFER, CallOperation.SINGLE_STEP_CONFERENCE, CallOperation.SINGLE_STEP_TRANSFER,
            CallOperation.ATTACH_USER_DATA, CallOperation.UPDATE_USER_DATA, CallOperation.DELETE_USER_DATA,
            CallOperation.DELETE_USER_DATA_PAIR);

    private final Interaction interaction;
    private final AgentId me;
    private final Call call;
    private final Set<Action> ofInteraction;
    private final Set<Action> ofCall;

    private CallCapabilities(Interaction interaction, AgentId me, Call call) {
        this.interaction = interaction;
        this.me = me;
        this.call = call;
        Allowed allowed = InteractionActions.allowed(interaction, me);
        this.ofInteraction = allowed.interaction();
        this.ofCall = allowed.calls().getOrDefault(call.id(), Set.of());
    }

    /** Empty where the agent has no leg in the call. */
    public static List<CallOperation> of(Interaction interaction, AgentId me, CallId call) {
        return interaction.call(call).filter(one -> one.of(me).isPresent())
                .map(one -> new CallCapabilities(interaction, me, one).listed()).orElse(List.of());
    }

    /** Whether an operation is accepted now: the listed ones, and some that Genesys documents and does not list. */
    public static boolean accepts(Interaction interaction, AgentId me, CallId call, CallOperation operation) {
        return interaction.call(call).filter(one -> one.of(me).isPresent())
                .filter(one -> new CallCapabilities(interaction, me, one).accepts(operation)).isPresent();
    }

    private List<CallOperation> listed() {
        Connection leg = call.of(me).orElseThrow();
        List<CallOperation> ofState = call.isDialling(leg) ? DIALING : switch (leg.state()) {
            case INITIATED, QUEUED, ALERTING, FAILED -> RINGING;
            case CONNECTED -> ESTABLISHED;
            case HELD -> held();
        };
        return ofState.stream().filter(this::accepts).toList();
    }

    /** Genesys lists the way back to a held call from the first event of a consultation on. While that rings, the way back ends it. */
    private boolean mayGoBack() {
        return isHeld() && (ofInteraction.contains(Action.ALTERNATE_CALL)
                || consultFor().isPresent() && dialled(interaction, me).isPresent());
    }

    /** The call that the agent dials. */
    public static Optional<Call> dialled(Interaction interaction, AgentId me) {
        return interaction.callsOf(me).stream().filter(other -> other.of(me).filter(other::isDialling).isPresent()).findFirst();
    }

    /** A consultation puts its own operations in the place of Retrieve, or beside it, as it was begun for the one or the other. */
    private List<CallOperation> held() {
        boolean swaps = consultFor().filter(purpose -> purpose != ConsultFor.CONFERENCE).isPresent()
                && !ofCall.contains(Action.RETRIEVE_CALL);
        List<CallOperation> all = new ArrayList<>();
        all.add(swaps ? CallOperation.SWAP_CALLS : CallOperation.RETRIEVE);
        all.addAll(HELD);
        all.add(CallOperation.COMPLETE_TRANSFER);
        all.add(CallOperation.COMPLETE_CONFERENCE);
        return all;
    }

    /** What the agent consults for. Empty while it does not. */
    private Optional<ConsultFor> consultFor() {
        return interaction.callsOf(me).stream().flatMap(each -> each.consultFor().stream()).findFirst();
    }

    private boolean accepts(CallOperation operation) {
        return switch (operation) {
            case COMPLETE_TRANSFER -> mayTransfer();
            case COMPLETE_CONFERENCE -> mayConference();
            case CLEAR_CALL -> ofCall.contains(call.of(me).filter(Connection::isAnswered).isPresent() ? Action.END_CALL
                    : Action.CLEAR_CONNECTION);
            case RETRIEVE, SWAP_CALLS -> operation.isAllowed(ofInteraction, ofCall) || mayGoBack();
            case SINGLE_STEP_TRANSFER, SINGLE_STEP_CONFERENCE -> operation.isAllowed(ofInteraction, ofCall) || mayStepAfterRetrieve();
            case REMOVE_PARTICIPANT -> operation.isAllowed(ofInteraction, ofCall) && mayRemove();
            default -> operation.isAllowed(ofInteraction, ofCall);
        };
    }

    private boolean isHeld() {
        return call.of(me).filter(leg -> leg.is(State.HELD)).isPresent();
    }

    /** A held call is retrieved first. */
    private boolean mayStepAfterRetrieve() {
        return isHeld() && ofCall.contains(Action.RETRIEVE_CALL) && !call.isQueued()
                && call.connections().stream().anyMatch(other -> other.isAnswered() && !other.isOf(me));
    }

    /** The owner of the conference may, and a supervisor in it (genesys.md 7.3). */
    private boolean mayRemove() {
        return interaction.owner().filter(me::equals).isPresent()
                || call.of(me).filter(leg -> leg.role() == Connection.Role.SUPERVISOR).isPresent();
    }

    private boolean mayTransfer() {
        return purpose(ConsultFor.CONFERENCE) && (ofInteraction.contains(Action.TRANSFER_CALL)
                || InteractionActions.allowsEarlyTransfer(interaction, me));
    }

    private boolean mayConference() {
        return purpose(ConsultFor.TRANSFER) && ofInteraction.contains(Action.CONFERENCE_CALL);
    }

    /** Whether the agent consults, and not for this alone. */
    private boolean purpose(ConsultFor other) {
        return consultFor().filter(purpose -> purpose != other).isPresent();
    }
}
