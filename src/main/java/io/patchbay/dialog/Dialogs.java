package io.patchbay.dialog;

import io.patchbay.dialog.Dialog.Media;
import io.patchbay.dialog.Dialog.Party;
import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Queueing;
import io.patchbay.model.InteractionId;
import io.patchbay.rules.interaction.InteractionActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The dialogs of an agent, from the state and from what the calls were before. */
record Dialogs(AgentId me, CallHistory history) {
    private static final int CONFERENCE = 3;

    /** In the order the calls began, and then those of supervisors that the agent is told of. None where the contact is no call. */
    List<Dialog> of(InteractionId id, Interaction interaction) {
        Stream<Dialog> own = interaction.callsOf(me).stream().flatMap(call -> call.of(me).flatMap(leg -> DialogState.of(call, leg)
                .map(state -> dialog(id, interaction, call, leg, state))).stream());
        return Stream.concat(own, interaction.calls().stream().flatMap(call -> told(id, interaction, call).stream())).toList();
    }

    /** The call of a supervisor who listens to this agent. It takes part in it without any actions, as Finesse documents. */
    private Optional<Dialog> told(InteractionId id, Interaction interaction, Call monitor) {
        Optional<Connection> heard = monitor.monitoring().filter(what -> what.isShownTo(me))
                .flatMap(what -> interaction.call(what.call())).flatMap(call -> call.of(me)).filter(Connection::isAnswered);
        Optional<Connection> listens = monitor.connections().stream().filter(Connection::isAnswered).findFirst();
        return heard.flatMap(own -> listens.map(supervisor -> new Dialog(monitor.id(), id, CallType.SUPERVISOR_MONITOR, false,
                List.of(listened(own, supervisor),
                        party(supervisor, DialogState.ACTIVE, Set.of())),
                media(interaction, monitor), Optional.empty(), monitor.startedAt(), false)));
    }

    String wrapUpReason(Interaction interaction) {
        return interaction.dispositions().stream().filter(each -> each.by().equals(me)).findFirst()
                .map(Interaction.Disposition::disposition).orElse("");
    }

    private Dialog dialog(InteractionId id, Interaction interaction, Call call, Connection own, DialogState state) {
        List<Party> parties = new ArrayList<>(List.of(party(own, state, DialogAction.of(interaction, me, call.id()))));
        call.connections().stream().filter(leg -> !leg.equals(own)).forEach(leg -> DialogState.of(call, leg)
                .or(() -> isCalledInto(call, own, leg) ? Optional.of(DialogState.ALERTING) : Optional.empty())
                .ifPresent(other -> parties.add(party(leg, other, Set.of()))));
        call.monitoring().flatMap(what -> interaction.call(what.call()).flatMap(heard -> heard.of(what.agent())
                .flatMap(leg -> DialogState.of(heard, leg).map(other -> party(leg, other, Set.of()))))).ifPresent(parties::add);
        boolean outbound = isCaller(call, own);
        return new Dialog(call.id(), id, type(interaction, call, own, parties), outbound, List.copyOf(parties), media(interaction, call),
                call.secondary(), call.startedAt(), alternates(interaction));
    }

    private boolean alternates(Interaction interaction) {
        return InteractionActions.allowed(interaction, me).interaction().contains(Action.ALTERNATE_CALL);
    }

    /** The leg is that of another call, so it has an id of its own here. */
    private static Party listened(Connection own, Connection supervisor) {
        return new Party(Ids.beside(supervisor.id(), "listened"), own.address(), true, own.is(Connection.State.HELD) ? DialogState.HELD
                : DialogState.ACTIVE, "", own.startedAt(), own.since(), Set.of());
    }

    /** Who is called into a call that goes on is shown as ringing from the first, so that the others are told once. */
    private static boolean isCalledInto(Call call, Connection own, Connection leg) {
        return own.isAnswered() && leg.is(Connection.State.INITIATED) && leg.agent().isPresent() && !call.isDialling(leg);
    }

    private static Party party(Connection leg, DialogState state, Set<DialogAction> actions) {
        return new Party(leg.id(), leg.address(), leg.agent().isPresent(), state, "", leg.startedAt(),
                state == DialogState.ALERTING ? leg.startedAt() : leg.since(), actions);
    }

    /** Who left and was called back has a later leg at the address of the caller. */
    private static boolean isCaller(Call call, Connection own) {
        return own.address().equals(call.from()) && own.startedAt().equals(call.startedAt());
    }

    private Media media(Interaction interaction, Call call) {
        Optional<Queueing> queue = call.purpose() == Call.Purpose.CONSULT ? interaction.asking() : interaction.queue();
        return new Media(call.from(), call.to(), queue.map(each -> each.queue().value()).orElse(""),
                queue.map(each -> each.number().value()).orElse(""), queue.map(Queueing::arrivedAt), wrapUpReason(interaction),
                interaction.data());
    }

    private CallType type(Interaction interaction, Call call, Connection own, List<Party> parties) {
        if (call.purpose() == Call.Purpose.MONITOR) {
            return CallType.SUPERVISOR_MONITOR;
        }
        if (parties.stream().filter(party -> party.state().isAnswered()).count() >= CONFERENCE) {
            return CallType.CONFERENCE;
        }
        if (isCaller(call, own)) {
            return call.purpose() == Call.Purpose.CONSULT ? CallType.CONSULT
                    : interaction.direction() == Interaction.Direction.OUTBOUND ? CallType.OUT : CallType.AGENT_INSIDE;
        }
        boolean direct = own.called().equals(call.to());
        if (call.purpose() == Call.Purpose.CONSULT && !history.hasJoined(call.id())) {
            return CallType.CONSULT_OFFERED;
        }
        if (history.hasJoined(call.id()) || !direct && interaction.queue().isEmpty()) {
            return CallType.TRANSFER;
        }
        return !direct ? CallType.ACD_IN : interaction.direction() == Interaction.Direction.INBOUND ? CallType.OTHER_IN
                : CallType.AGENT_INSIDE;
    }
}
