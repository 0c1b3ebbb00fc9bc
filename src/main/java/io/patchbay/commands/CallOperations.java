package io.patchbay.commands;

import static io.patchbay.commands.Parameter.CALL;
import static io.patchbay.commands.Parameter.CHANNEL;
import static io.patchbay.commands.Parameter.DATA;
import static io.patchbay.commands.Parameter.INTERACTION;
import static io.patchbay.commands.Parameter.OUTBOUND_SKILL;
import static io.patchbay.commands.Parameter.TO;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.Destination;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.reading.Calling;
import io.patchbay.reading.JsonType;
import java.util.List;
import java.util.function.Function;

/** Operations on telephone calls and their parties, and monitoring. */
final class CallOperations {
    private static final Parameter DIGITS_SENT = Parameter.text("digits");
    private static final Parameter PURPOSE = Parameter.text("purpose").optional();
    private static final Parameter WHILE_RINGING = Parameter.of("whileRinging", JsonType.FLAG).optional();
    private static final Parameter PARTY = Parameter.text("party");
    static final Parameter AGENT = Parameter.text("agent");
    static final Parameter MODE = Parameter.text("mode");

    static final List<Operation> ALL = List.of(
            Operation.of("makeCall", AgentCommand.MakeCall.class, CallOperations::makeCall).at(CHANNEL).with(TO, OUTBOUND_SKILL, DATA),
            inCall("answerCall", VoiceCommand.Answer.class, order -> new VoiceCommand.Answer(order.me(), order.call())),
            inCall("holdCall", VoiceCommand.Hold.class, order -> new VoiceCommand.Hold(order.me(), order.call())),
            inCall("retrieveCall", VoiceCommand.Retrieve.class, order -> new VoiceCommand.Retrieve(order.me(), order.call())),
            inCall("clearConnection", VoiceCommand.ClearConnection.class,
                    order -> new VoiceCommand.ClearConnection(order.me(), order.call())),
            inCall("endCall", VoiceCommand.EndCall.class, order -> new VoiceCommand.EndCall(order.me(), order.call())),
            inCall("muteCall", VoiceCommand.MuteCall.class, order -> new VoiceCommand.MuteCall(order.me(), order.call())),
            inCall("unmuteCall", VoiceCommand.UnmuteCall.class, order -> new VoiceCommand.UnmuteCall(order.me(), order.call())),
            inCall("sendDtmf", VoiceCommand.SendDtmf.class, CallOperations::sendDtmf).with(DIGITS_SENT),
            inContact("consultationCall", TwoCallCommand.ConsultationCall.class, CallOperations::consult).with(TO, PURPOSE),
            inContact("alternateCall", TwoCallCommand.AlternateCall.class, order -> new TwoCallCommand.AlternateCall(order.me())),
            inContact("transferCall", TwoCallCommand.TransferCall.class,
                    order -> new TwoCallCommand.TransferCall(order.me(), order.arguments().flag(WHILE_RINGING))).with(WHILE_RINGING),
            inContact("conferenceCall", TwoCallCommand.ConferenceCall.class, order -> new TwoCallCommand.ConferenceCall(order.me())),
            inCall("singleStepTransfer", PartyCommand.SingleStepTransfer.class,
                    order -> new PartyCommand.SingleStepTransfer(order.me(), order.call(), order.to())).with(TO),
            inCall("singleStepConference", PartyCommand.SingleStepConference.class,
                    order -> new PartyCommand.SingleStepConference(order.me(), order.call(), order.to())).with(TO),
            inCall("dropParticipant", PartyCommand.DropParticipant.class, CallOperations::drop).with(PARTY),
            inCall("monitorCall", PartyCommand.MonitorCall.class, CallOperations::monitor).with(AGENT, MODE));

    private CallOperations() { }

    private static <B extends Body> Operation inContact(String name, Class<B> makes, Function<CheckedCommand, B> decoder) {
        return Operation.of(name, makes, decoder).at(INTERACTION);
    }

    private static <B extends Body> Operation inCall(String name, Class<B> makes, Function<CheckedCommand, B> decoder) {
        return inContact(name, makes, decoder).at(CALL);
    }

    /** An agent with outbound skills must name one before a call to an outside number (BINDINGS, demo directory). */
    private static AgentCommand.MakeCall makeCall(CheckedCommand order) {
        Destination to = order.to();
        if (Calling.needsSkill(order.by(), to)) {
            String named = order.arguments().textIfAny(OUTBOUND_SKILL).orElseThrow(() -> CommandRefusal.whichSkill(order.by()));
            Calling.skill(order.by(), named).or(expected -> order.arguments().wrong(OUTBOUND_SKILL, expected));
        }
        return new AgentCommand.MakeCall(order.channel(), order.me(), to, order.border().terms(), order.arguments().pairs(DATA));
    }

    private static VoiceCommand.SendDtmf sendDtmf(CheckedCommand order) {
        return new VoiceCommand.SendDtmf(order.me(), order.call(), order.arguments().read(DIGITS_SENT, Calling::digits));
    }

    private static TwoCallCommand.ConsultationCall consult(CheckedCommand order) {
        Call.ConsultFor purpose = order.arguments().has(PURPOSE)
                ? order.arguments().word(PURPOSE, Call.ConsultFor.class) : Call.ConsultFor.EITHER;
        return new TwoCallCommand.ConsultationCall(order.me(), purpose, order.to());
    }

    private static PartyCommand.DropParticipant drop(CheckedCommand order) {
        Address party = order.arguments().value(PARTY, Address::new, "the address of a party of the call");
        return new PartyCommand.DropParticipant(order.me(), order.call(), party);
    }

    /** The directory knows the supervisors of an agent, the rules do not. */
    private static PartyCommand.MonitorCall monitor(CheckedCommand order) {
        AgentEntry heard = CheckedCommand.supervised(order.by(), order.arguments().text(AGENT), order.border());
        Address from = order.by().extensions().stream().findFirst()
                .orElseThrow(() -> CommandRefusal.with(Code.WRONG_STATE, "The supervisor has no extension. Add one to the directory."));
        return new PartyCommand.MonitorCall(order.me(), from, order.call(), heard.id(),
                order.arguments().word(MODE, Call.Monitoring.Mode.class), order.border().tell());
    }
}
