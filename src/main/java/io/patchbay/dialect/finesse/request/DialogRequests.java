package io.patchbay.dialect.finesse.request;

import io.patchbay.dialect.finesse.words.ErrorType;
import io.patchbay.dialect.finesse.words.RequestedAction;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.dialog.AgentCall;
import io.patchbay.dialog.DialogAction;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection.State;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.reading.Calling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The table of the actions on dialogs. Parameters are read before the dialog is looked for. An action that the participant does not list
 * is refused at once; what the telephone system refuses is told later.
 */
public final class DialogRequests {
    private static final Map<RequestedAction, BiFunction<Asked, String, Plan>> ALL = new EnumMap<>(RequestedAction.class);

    static {
        ALL.put(RequestedAction.ANSWER, (asked, id) -> on(listed(asked, id, DialogAction.ANSWER), asked, VoiceCommand.Answer::new));
        ALL.put(RequestedAction.HOLD, (asked, id) -> on(listed(asked, id, DialogAction.HOLD), asked, VoiceCommand.Hold::new));
        ALL.put(RequestedAction.RETRIEVE, (asked, id) -> on(listed(asked, id, DialogAction.RETRIEVE), asked, VoiceCommand.Retrieve::new));
        ALL.put(RequestedAction.DROP, (asked, id) -> on(listed(asked, id, DialogAction.DROP), asked, VoiceCommand.ClearConnection::new));
        ALL.put(RequestedAction.CONSULT_CALL, DialogRequests::consult);
        ALL.put(RequestedAction.TRANSFER, (asked, id) -> paired(asked, id, DialogAction.TRANSFER,
                new TwoCallCommand.TransferCall(asked.me())));
        ALL.put(RequestedAction.CONFERENCE, (asked, id) -> paired(asked, id, DialogAction.CONFERENCE,
                new TwoCallCommand.ConferenceCall(asked.me())));
        ALL.put(RequestedAction.TRANSFER_SST, DialogRequests::transferDirectly);
        ALL.put(RequestedAction.SEND_DTMF, DialogRequests::sendDtmf);
        ALL.put(RequestedAction.UPDATE_CALL_DATA, DialogRequests::updateCallData);
        ALL.put(RequestedAction.PARTICIPANT_DROP, DialogRequests::dropParticipant);
    }

    private DialogRequests() { }

    /** Throws {@link FinesseRefused}. @param id of the dialog */
    public static Plan plan(Asked asked, RequestedAction action, String id) {
        return Optional.ofNullable(ALL.get(action)).orElseThrow(() -> FinesseRefused.wrong("requestedAction", "an action on a dialog"))
                .apply(asked, id);
    }

    /** While a call is held the request is a consult, and its variables belong to the call that is held. */
    public static Plan makeCall(Asked asked) {
        Destination to = asked.destination();
        CallData data = CallData.of(asked, Map.of());
        Channel telephone = asked.telephone();
        return asked.calls().stream().filter(call -> call.is(State.HELD)).findFirst()
                .map(call -> consult(asked, call, data, to))
                .orElseGet(() -> Plan.of(Subject.of(asked.me()),
                        new AgentCommand.MakeCall(telephone.id(), asked.me(), to, asked.policy(), data.variables())))
                .later(Resource.dialogs(asked.me()));
    }

    private static Plan consult(Asked asked, AgentCall held, CallData data, Destination to) {
        Subject cell = Subject.of(held.id());
        List<Plan.Step> steps = new ArrayList<>();
        if (!data.variables().isEmpty()) {
            steps.add(new Plan.Step(cell, new DataCommand.SetInteractionData(asked.me(), data.variables())));
        }
        steps.add(new Plan.Step(cell, new TwoCallCommand.ConsultationCall(asked.me(), Call.ConsultFor.EITHER, to)));
        return new Plan(steps, false, Optional.empty());
    }

    /** From the call in which the supervisor listens. */
    public static Plan barge(Asked asked) {
        String uri = asked.text("associatedDialogUri").replaceAll("(?<!/)/+$", "");
        Channel telephone = asked.telephone();
        TeamRequests.supervises(asked.entry());
        AgentCall dialog = asked.present(uri.substring(uri.lastIndexOf('/') + 1)).orElseThrow(FinesseRefused::noDialog);
        Call.Monitoring what = dialog.call().monitoring().filter(one -> one.mode() != Call.Monitoring.Mode.BARGE)
                .orElseThrow(() -> FinesseRefused.state("A barge-in starts from a call that is monitored silently."));
        return Plan.of(Subject.of(dialog.id()), new PartyCommand.MonitorCall(asked.me(), new Address(telephone.endpoint()), what.call(),
                what.agent(), Call.Monitoring.Mode.BARGE)).later(Resource.dialogs(asked.me()));
    }

    private static Plan consult(Asked asked, String id) {
        Destination to = asked.destination();
        return on(listed(asked, id, DialogAction.CONSULT_CALL),
                new TwoCallCommand.ConsultationCall(asked.me(), Call.ConsultFor.EITHER, to));
    }

    private static Plan transferDirectly(Asked asked, String id) {
        Destination to = asked.destination();
        AgentCall dialog = listed(asked, id, DialogAction.TRANSFER_SST);
        return on(dialog, new PartyCommand.SingleStepTransfer(asked.me(), dialog.call().id(), to));
    }

    /** Either call of the pair may be named. */
    private static Plan paired(Asked asked, String id, DialogAction action, Body command) {
        AgentCall dialog = asked.dialog(id);
        if (asked.calls().stream().noneMatch(call -> call.id().equals(dialog.id()) && asked.lists(call, action))) {
            throw FinesseRefused.state("The dialog does not allow this action now.");
        }
        return on(dialog, command);
    }

    /** No event follows that the agent is told. */
    private static Plan sendDtmf(Asked asked, String id) {
        String digits = asked.body().child("actionParams").stream().flatMap(all -> all.children("ActionParam"))
                .filter(param -> param.textOf("name").filter("dtmfString"::equalsIgnoreCase).isPresent())
                .flatMap(param -> param.textOf("value").stream()).findFirst().orElseThrow(() -> FinesseRefused.missing("dtmfString"));
        String tones = asked.read("dtmfString", Calling.digits(digits));
        AgentCall dialog = asked.dialog(id);
        if (!asked.lists(dialog, DialogAction.SEND_DTMF)) {
            throw new FinesseRefused(ErrorType.STATE_WITHOUT_TONES, "state", "Tones go into an active call only.");
        }
        return on(dialog, new VoiceCommand.SendDtmf(asked.me(), dialog.call().id(), tones)).withUser();
    }

    /** Also of a dialog that waits for its wrap-up, which a reason ends. */
    private static Plan updateCallData(Asked asked, String id) {
        Optional<AgentCall> present = asked.present(id);
        InteractionId interaction = present.map(AgentCall::id).or(() -> asked.over(id)).orElseThrow(FinesseRefused::noDialog);
        CallData data = CallData.of(asked, asked.now().interaction(interaction).orElseThrow().data());
        if (data.isEmpty()) {
            throw FinesseRefused.missing("mediaProperties");
        }
        present.ifPresent(call -> check(asked, call, DialogAction.UPDATE_CALL_DATA));
        List<Plan.Step> steps = new ArrayList<>();
        Subject cell = Subject.of(interaction);
        if (!data.variables().isEmpty()) {
            steps.add(new Plan.Step(cell, new DataCommand.SetInteractionData(asked.me(), data.variables())));
        }
        data.wrapUp().ifPresent(reason -> {
            steps.add(new Plan.Step(cell, new DataCommand.SetDisposition(asked.me(), reason)));
            if (present.isEmpty()) {
                steps.add(new Plan.Step(cell, new DataCommand.Complete(asked.me())));
            }
        });
        return new Plan(steps, false, Optional.of(Resource.of("Dialog", id)));
    }

    /** A supervisor takes part in the call after a barge-in. Here targetMediaAddress is the participant that leaves. */
    private static Plan dropParticipant(Asked asked, String id) {
        String party = asked.text("targetMediaAddress");
        if (!Address.fits(party)) {
            throw FinesseRefused.wrong("targetMediaAddress", "the address of a participant");
        }
        TeamRequests.supervises(asked.entry());
        AgentCall dialog = asked.present(id).orElseThrow(FinesseRefused::noDialog);
        return on(dialog, new PartyCommand.DropParticipant(asked.me(), dialog.call().id(), new Address(party)));
    }

    private static AgentCall listed(Asked asked, String id, DialogAction action) {
        AgentCall dialog = asked.dialog(id);
        check(asked, dialog, action);
        return dialog;
    }

    private static void check(Asked asked, AgentCall dialog, DialogAction action) {
        if (!asked.lists(dialog, action)) {
            throw FinesseRefused.state("The dialog does not allow this action now.");
        }
    }

    private interface OnCall {
        Body of(AgentId by, CallId call);
    }

    private static Plan on(AgentCall dialog, Asked asked, OnCall command) {
        return on(dialog, command.of(asked.me(), dialog.call().id()));
    }

    private static Plan on(AgentCall dialog, Body command) {
        return Plan.of(Subject.of(dialog.id()), command).later(Resource.dialog(dialog.call().id()));
    }
}
