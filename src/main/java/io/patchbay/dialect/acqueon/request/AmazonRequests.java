package io.patchbay.dialect.acqueon.request;

import io.patchbay.dialect.acqueon.words.ErrorType;
import io.patchbay.dialog.AgentCall;
import io.patchbay.dialog.KnownDialogs;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verbs that the channel Amazon has and the channel Cisco has not (acqueon.md 1.4). */
final class AmazonRequests {
    private AmazonRequests() { }

    static Plan mute(Asked asked) {
        AgentCall dialog = asked.dialog();
        return CallVerbs.on(dialog, new VoiceCommand.MuteCall(asked.me(), dialog.call().id()));
    }

    static Plan unmute(Asked asked) {
        AgentCall dialog = asked.dialog();
        return CallVerbs.on(dialog, new VoiceCommand.UnmuteCall(asked.me(), dialog.call().id()));
    }

    /** The state may be set with it, after the line is gone. */
    static Plan dropTethered(Asked asked) {
        List<Plan.Step> steps = new ArrayList<>(asked.onMe(new DeviceCommand.DisconnectLeg(asked.me())).steps());
        if (asked.reasonCode().isPresent()) {
            steps.add(new Plan.Step(Subject.of(asked.me()),
                    new AgentCommand.SetPresence(asked.channel().id(), AgentVerbs.notReadyPresence(asked))));
        }
        return new Plan(steps, false);
    }

    /** Without a number it accepts a preview. The gateway has no dialler that offers one. */
    static Plan acceptPreview(Asked asked) {
        return asked.data().has("toAddress") ? CallVerbs.makeCall(asked) : noPreview(asked);
    }

    static Plan noPreview(Asked asked) {
        throw AcqueonRefused.state("The agent has no preview of a contact.");
    }

    static Plan consultAgent(Asked asked) {
        String name = asked.data().text("the id or the name of an agent", "agentUUID", "agentName");
        Address extension = asked.names().directory().user(name).map(AgentEntry::extensions).flatMap(all -> all.stream().findFirst())
                .orElseThrow(() -> new AcqueonRefused(ErrorType.INVALID_DESTINATION, "agentUUID", "There is no such agent."));
        return CallVerbs.consult(asked, asked.read("agentUUID", asked.names().destination(extension.value())));
    }

    static Plan swap(Asked asked) {
        return CallVerbs.on(asked.dialog(), new TwoCallCommand.AlternateCall(asked.me()));
    }

    /** The agent goes on with the customer. */
    static Plan dropConsult(Asked asked) {
        List<AgentCall> all = asked.dialogs();
        AgentCall consult = consultation(all).orElseThrow(() -> AcqueonRefused.state("The agent consults nobody."));
        List<Plan.Step> steps = new ArrayList<>(CallVerbs.on(consult, new VoiceCommand.ClearConnection(asked.me(), consult.call().id()))
                .steps());
        all.stream().filter(dialog -> dialog.is(Connection.State.HELD) && !dialog.call().id().equals(consult.call().id())).findFirst()
                .ifPresent(held -> steps.add(new Plan.Step(Subject.of(held.id()),
                        new VoiceCommand.Retrieve(asked.me(), held.call().id()))));
        return new Plan(steps, false);
    }

    /** Completes a consultation. The name is that of the agent who was consulted. */
    static Plan transfer(Asked asked) {
        Optional<String> name = asked.data().textIfAny("agentName");
        AgentCall dialog = asked.dialog();
        AgentCall consult = consultation(asked.dialogs()).orElseThrow(() -> AcqueonRefused.state("The agent consults nobody."));
        if (name.filter(given -> !isNamed(asked, consult, given)).isPresent()) {
            throw new AcqueonRefused(ErrorType.INVALID_DESTINATION, "agentName", "The agent consults another party.");
        }
        return CallVerbs.on(dialog, new TwoCallCommand.TransferCall(asked.me()));
    }

    private static boolean isNamed(Asked asked, AgentCall consult, String name) {
        return consult.call().connections().stream().filter(leg -> !leg.isOf(asked.me())).anyMatch(leg -> leg.address().value().equals(name)
                || asked.names().directory().user(name).filter(entry -> leg.isOf(entry.id())).isPresent());
    }

    /** A warm transfer completes the consultation of that queue. Any other leaves the call to it. */
    static Plan transferToQueue(Asked asked) {
        Destination to = asked.read("queueName", asked.names().queue(asked.data().text("the name of a queue", "queueName")));
        boolean warm = asked.data().flag("isWarmTransfer");
        AgentCall dialog = asked.dialog();
        if (!warm) {
            return CallVerbs.on(dialog, new PartyCommand.SingleStepTransfer(asked.me(), dialog.call().id(), to));
        }
        if (consultation(asked.dialogs()).filter(consult -> consult.call().to().equals(to.address())).isEmpty()) {
            throw AcqueonRefused.state("A warm transfer completes a consultation of that queue.");
        }
        return CallVerbs.on(dialog, new TwoCallCommand.TransferCall(asked.me()));
    }

    static Plan clearContact(Asked asked) {
        InteractionId id = KnownDialogs.over(asked.now()).filter(over -> asked.channel().presence().is(ChannelState.AFTER_CALL_WORK))
                .orElseThrow(() -> AcqueonRefused.state("The agent is in no after-call work."));
        return Plan.of(Subject.of(id), new DataCommand.Complete(asked.me()));
    }

    private static Optional<AgentCall> consultation(List<AgentCall> all) {
        return all.stream().filter(dialog -> dialog.call().purpose() == Call.Purpose.CONSULT).findFirst();
    }
}
