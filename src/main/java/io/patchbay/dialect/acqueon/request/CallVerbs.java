package io.patchbay.dialect.acqueon.request;

import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialog.AgentCall;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.Connection.State;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.reading.Calling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Verbs on calls of the agent. Where Finesse allows less than the rules, the verb is refused here (acqueon.md 2.2 and 2.3). Parameters
 * are read before the dialog is looked for, and its state comes last.
 */
final class CallVerbs {
    private static final int VARIABLES = 10;

    private CallVerbs() { }

    /** While a call is held the verb is a consult (CHOREOGRAPHY A3). */
    static Plan makeCall(Asked asked) {
        Destination to = asked.destination();
        Map<String, String> variables = variables(asked);
        asked.own("MediaAddress");
        asked.own("fromAddress");
        Optional<AgentCall> held = AgentCall.of(asked.now(), asked.me()).stream().filter(dialog -> dialog.is(State.HELD)).findFirst();
        return held.map(dialog -> consultWith(asked, dialog, to, variables))
                .orElseGet(() -> asked.onMe(new AgentCommand.MakeCall(asked.channel().id(), asked.me(), to, asked.policy(), variables)));
    }

    /** The second call shares the data of the first. */
    private static Plan consultWith(Asked asked, AgentCall held, Destination to, Map<String, String> variables) {
        List<Plan.Step> steps = new ArrayList<>();
        if (!variables.isEmpty()) {
            steps.add(new Plan.Step(Subject.of(held.id()), new DataCommand.SetInteractionData(asked.me(), variables)));
        }
        steps.addAll(on(held, new TwoCallCommand.ConsultationCall(asked.me(), Call.ConsultFor.EITHER, to)).steps());
        return new Plan(steps, false);
    }

    private static Map<String, String> variables(Asked asked) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int n = 1; n <= VARIABLES; n++) {
            String name = "callVariable" + n;
            asked.data().raw(name).ifPresent(value -> variables.put(name, value));
        }
        return variables;
    }

    static Plan answer(Asked asked) {
        AgentCall dialog = asked.dialog();
        return on(dialog, new VoiceCommand.Answer(asked.me(), dialog.call().id()));
    }

    static Plan hold(Asked asked) {
        AgentCall dialog = asked.dialog();
        return on(dialog, new VoiceCommand.Hold(asked.me(), dialog.call().id()));
    }

    static Plan retrieve(Asked asked) {
        AgentCall dialog = asked.dialog();
        return on(dialog, new VoiceCommand.Retrieve(asked.me(), dialog.call().id()));
    }

    static Plan consult(Asked asked) {
        return consult(asked, asked.destination());
    }

    static Plan consult(Asked asked, Destination to) {
        AgentCall dialog = in(asked.dialog(), one -> one.is(State.CONNECTED), "A consult starts from an active call.");
        return on(dialog, new TwoCallCommand.ConsultationCall(asked.me(), Call.ConsultFor.EITHER, to));
    }

    /** Either call of the pair may be named. */
    static Plan transfer(Asked asked) {
        return on(asked.dialog(), new TwoCallCommand.TransferCall(asked.me()));
    }

    static Plan conference(Asked asked) {
        return on(asked.dialog(), new TwoCallCommand.ConferenceCall(asked.me()));
    }

    static Plan directTransfer(Asked asked) {
        Destination to = asked.destination();
        AgentCall dialog = asked.dialog();
        return on(dialog, new PartyCommand.SingleStepTransfer(asked.me(), dialog.call().id(), to));
    }

    /** Finesse lists no action but ANSWER while the call rings. */
    static Plan drop(Asked asked) {
        AgentCall dialog = in(asked.dialog(), one -> !one.is(State.ALERTING), "A ringing call can be answered only.");
        return on(dialog, new VoiceCommand.ClearConnection(asked.me(), dialog.call().id()));
    }

    /** No event follows that the agent is told. */
    static Plan sendDtmf(Asked asked) {
        String digits = asked.read("digits", Calling.digits(asked.data().text("digits", "digits", "dtmfString", "dtmf", "tones")));
        AgentCall dialog = asked.dialog();
        return on(dialog, new VoiceCommand.SendDtmf(asked.me(), dialog.call().id(), digits)).withState();
    }

    /** From the call in which the supervisor listens. */
    static Plan barge(Asked asked) {
        Optional<String> agent = asked.data().textIfAny("toAddress");
        asked.own("fromAddress");
        supervises(asked.entry());
        AgentCall dialog = in(asked.dialog(), one -> one.call().monitoring().filter(what -> what.mode() != Call.Monitoring.Mode.BARGE)
                .isPresent(), "A barge-in starts from a call that is monitored silently.");
        Call.Monitoring what = dialog.call().monitoring().orElseThrow();
        if (agent.filter(given -> !asked.names().directory().agent(what.agent()).stream()
                .flatMap(entry -> entry.extensions().stream()).map(Address::value).toList().contains(given)).isPresent()) {
            throw AcqueonRefused.wrong("toAddress", "the extension of the agent that is monitored");
        }
        return on(dialog, new PartyCommand.MonitorCall(asked.me(), asked.extension(), what.call(), what.agent(),
                Call.Monitoring.Mode.BARGE, asked.tell()));
    }

    /** A supervisor takes part in the call after a barge-in. */
    static Plan dropParticipant(Asked asked) {
        String party = asked.data().text("the extension to drop", "Address");
        if (!Address.fits(party)) {
            throw AcqueonRefused.wrong("Address", "the address of a party of the call");
        }
        supervises(asked.entry());
        AgentCall dialog = asked.dialog();
        return on(dialog, new PartyCommand.DropParticipant(asked.me(), dialog.call().id(), new Address(party)));
    }

    static void supervises(AgentEntry entry) {
        if (entry.role() != AgentEntry.Role.SUPERVISOR) {
            throw new AcqueonRefused(ErrorType.AUTHORIZATION_FAILURE, "role", "The verb is for supervisors.");
        }
    }

    private static AgentCall in(AgentCall dialog, Predicate<AgentCall> state, String needs) {
        if (!state.test(dialog)) {
            throw AcqueonRefused.state(needs);
        }
        return dialog;
    }

    static Plan on(AgentCall dialog, Body command) {
        if (dialog.interaction().medium() != Medium.VOICE) {
            throw AcqueonRefused.state("The contact is no call.");
        }
        return Plan.of(Subject.of(dialog.id()), command);
    }
}
