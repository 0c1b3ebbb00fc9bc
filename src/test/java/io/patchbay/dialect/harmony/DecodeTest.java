package io.patchbay.dialect.harmony;

import static io.patchbay.dialect.harmony.Sample.ANA;
import static io.patchbay.dialect.harmony.Sample.C;
import static io.patchbay.dialect.harmony.Sample.G;
import static io.patchbay.dialect.harmony.Sample.K;
import static io.patchbay.dialect.harmony.Sample.SALES;
import static io.patchbay.dialect.harmony.Sample.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request of harmony.md 2 that is served, as the canonical command it comes to. */
class DecodeTest {
    private static final List<Medium> ALL = List.of(Medium.VOICE, Medium.CHAT, Medium.EMAIL, Medium.CALLBACK);
    private static final ChannelId ALONE = SampleReplicas.ALONE;
    private static final Destination BEN = new Destination.Extension(new AgentId("ben"), new Address("5002"));

    private final Desktop ana = Desktop.started(SampleReplicas.talking());

    static Stream<Arguments> requests() {
        return Stream.concat(sessionAndGroup(), Stream.concat(channel(), call()));
    }

    private static Stream<Arguments> sessionAndGroup() {
        return Stream.of(
            arguments("session.request.logout", "", "{}", new AgentCommand.EndSession(Cause.LOGOUT)),
            arguments("session.request.addchannel", "", "{'channel':{'endpoint':'5001','type':'Telephony'}}",
                new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of(SALES, SUPPORT))),
            arguments("session.request.addchannel", "", "{'channel':{'endpoint':'sales','type':'CHAT'}}",
                new AgentCommand.AddChannel(Medium.CHAT, "sales", List.of(SALES))),
            arguments("session.request.addchannel", "", "{'channel':{'endpoint':'help@example.com','type':'email'}}",
                new AgentCommand.AddChannel(Medium.EMAIL, "help@example.com", List.of(SALES, SUPPORT))),
            arguments("session.request.removechannel", "", "{'channel':{'id':'D'}}", new AgentCommand.RemoveChannel(ALONE)),
            arguments("session.request.addchannelgroup", "", "{'channelgroup':{'name':'5001','chat':true,'email':true,'callback':true}}",
                new AgentCommand.AddChannelGroup("5001", ALL, List.of(SALES, SUPPORT))),
            arguments("session.request.addchannelgroup", "", "{'channelgroup':{'name':''},'email':true}",
                new AgentCommand.AddChannelGroup("5001", List.of(Medium.VOICE, Medium.EMAIL), List.of(SALES, SUPPORT))),
            arguments("session.request.removechannelgroup", "", "{'channel':{'id':'G'}}", new AgentCommand.RemoveChannelGroup(G)),
            arguments("session.request.removechannelgroup", "", "{'channelgroup':{'id':'G'}}", new AgentCommand.RemoveChannelGroup(G)),
            arguments("session.request.incontact.agentleg.connect", "", "{}", new DeviceCommand.ConnectLeg(ANA)),
            arguments("session.request.incontact.agentleg.disconnect", "", "{}", new DeviceCommand.DisconnectLeg(ANA)),
            arguments("channelgroup.request.activateall", ".G", "{'channeloptions':[{'id':'C','queue':'sales'}]}",
                new AgentCommand.ActivateChannels(List.of(new Serving(C, List.of(SALES))), true)),
            arguments("channelgroup.request.activateall", ".G", "{}",
                new AgentCommand.ActivateChannels(List.of(new Serving(C, List.of())), true)),
            arguments("channelgroup.request.deactivateall", ".G", "{}",
                new AgentCommand.DeactivateChannels(List.of(new Serving(C, List.of())), true, Optional.empty())));
    }

    private static Stream<Arguments> channel() {
        return Stream.of(
            arguments("channel.request.activate", ".G.C", "{'channeloptions':{'queue':'6002, sales'}}",
                new AgentCommand.ActivateChannels(List.of(new Serving(C, List.of(SUPPORT, SALES))), false)),
            arguments("channel.request.activate", ".D", "{'channelOptions':{'queue':'*'}}",
                new AgentCommand.ActivateChannels(List.of(new Serving(ALONE, List.of())), false)),
            arguments("channel.request.deactivate", ".G.C", "{'channelOptions':{'queue':['sales'],'reason':10}}",
                new AgentCommand.DeactivateChannels(List.of(new Serving(C, List.of(SALES))), false,
                    Optional.of(new NotReadyReason("10", "End of shift")))),
            arguments("channel.request.ready", ".G.C", "{}", new AgentCommand.SetPresence(C, Presence.READY)),
            arguments("channel.request.notready", ".G.C", "{'reasoncode':'acw'}",
                new AgentCommand.SetPresence(C, Presence.AFTER_CALL_WORK)),
            arguments("channel.request.notready", ".G.C", "{'reasoncode':'1'}",
                new AgentCommand.SetPresence(C, Presence.notReady(new NotReadyReason("1", "Lunch")))),
            arguments("channel.request.notready", ".G.C", "{'reasoncode':'1','reasondesc':'Soup'}",
                new AgentCommand.SetPresence(C, Presence.notReady(new NotReadyReason("1", "Soup")))),
            arguments("channel.request.dial", ".G.C", "{'destination':'5002','extensions':{}}", new AgentCommand.MakeCall(C, ANA,
                new Destination.Extension(new AgentId("ben"), new Address("5002")), Sample.TERMS)),
            arguments("channel.request.dial", ".G.C", "{'destination':'+15550100'}", new AgentCommand.MakeCall(C, ANA,
                new Destination.Outside(new Address("+15550100"), Sample.ANSWERS), Sample.TERMS)));
    }

    private static Stream<Arguments> call() {
        return Stream.of(
            arguments("interaction.request.accept", ".G.C.I", "{}", new DataCommand.Accept(ANA, Optional.empty())),
            arguments("interaction.request.reject", ".G.C.I", "{}", new DataCommand.Reject(ANA)),
            arguments("interaction.request.setinteractiondata", ".G.C.I", "{'key':'a','value':''}",
                new DataCommand.SetInteractionData(ANA, "a", "")),
            arguments("interaction.request.setdisposition", ".G.C.I", "{'disposition':'sale'}",
                new DataCommand.SetDisposition(ANA, "sale")),
            arguments("interaction.request.complete", ".G.C.I", "{}", new DataCommand.Complete(ANA)),
            arguments("interaction.request.consult", ".G.C.I", "{'destination':'5002'}",
                new TwoCallCommand.ConsultationCall(ANA, Call.ConsultFor.EITHER, BEN)),
            arguments("interaction.request.alternate", ".G.C.I", "{}", new TwoCallCommand.AlternateCall(ANA)),
            arguments("interaction.request.consulttransfer", ".G.C.I", "{}", new TwoCallCommand.TransferCall(ANA)),
            arguments("interaction.request.consultconference", ".G.C.I", "{}", new TwoCallCommand.ConferenceCall(ANA)),
            arguments("conversation.request.blindtransfer", ".G.C.I.K", "{'destination':'5002'}",
                new PartyCommand.SingleStepTransfer(ANA, K, BEN)),
            arguments("conversation.request.blindconference", ".G.C.I.K", "{'destination':'5002'}",
                new PartyCommand.SingleStepConference(ANA, K, BEN)),
            arguments("interaction.request.recording.start", ".G.C.I", "{}", new RecordingCommand.StartRecording(ANA)),
            arguments("interaction.request.recording.stop", ".G.C.I", "{}", new RecordingCommand.StopRecording(ANA)),
            arguments("interaction.request.recording.pause", ".G.C.I", "{}", new RecordingCommand.PauseRecording(ANA)),
            arguments("interaction.request.recording.resume", ".G.C.I", "{}", new RecordingCommand.ResumeRecording(ANA)),
            arguments("conversation.request.mute", ".G.C.I.K", "{}", new VoiceCommand.MuteCall(ANA, K)),
            arguments("conversation.request.unmute", ".G.C.I.K", "{}", new VoiceCommand.UnmuteCall(ANA, K)),
            arguments("conversation.request.senddtmf", ".G.C.I.K", "{'digits':'0*9#'}", new VoiceCommand.SendDtmf(ANA, K, "0*9#")),
            arguments("conversation.request.answer", ".G.C.I.K", "{}", new VoiceCommand.Answer(ANA, K)),
            arguments("conversation.request.release", ".G.C.I.K", "{}", new VoiceCommand.ClearConnection(ANA, K)),
            arguments("conversation.request.hold", ".G.C.I.K", "{}", new VoiceCommand.Hold(ANA, K)),
            arguments("conversation.request.retrieve", ".G.C.I.K", "{}", new VoiceCommand.Retrieve(ANA, K)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_becomes_one_command_and_is_answered_with_its_data(String name, String path, String data, Body expected) {
        String target = SampleReplicas.target(ana, path);
        JsonNode reply = ana.send(name, target, data.replace('\'', '"'));
        assertThat(reply.path("result").asText()).isEqualTo("success");
        assertThat(reply.path("command").asText()).isEqualTo(name);
        assertThat(reply.path("target").asText()).isEqualTo(target);
        assertThat(ana.lastBody()).isEqualTo(expected);
        Command command = ana.gateway.dispatched.get(0);
        assertThat(command.target()).isEqualTo(expected instanceof InteractionCommand ? Subject.of(Sample.I) : Subject.of(ANA));
        assertThat(command.at()).isEqualTo(Sample.NOW);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_older_name_without_infix_means_the_same(String name, String path, String data, Body expected) {
        String older = name.replace(".request.", ".");
        assertThat(ana.send(older, SampleReplicas.target(ana, path), data.replace('\'', '"')).path("command").asText()).isEqualTo(older);
        assertThat(ana.lastBody()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation.retrieverequest.senddtmf", "conversation.request.retrievesenddtmf"})
    void the_printed_slips_send_digits(String slip) {
        assertThat(ana.send(slip, SampleReplicas.target(ana, ".G.C.I.K"), "{\"digits\":\"1\"}").path("command").asText()).isEqualTo(slip);
        assertThat(ana.lastBody()).isEqualTo(new VoiceCommand.SendDtmf(ANA, K, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12a", "+1", "1 2"})
    void digits_are_digits(String digits) {
        assertThat(ana.send("conversation.request.senddtmf", SampleReplicas.target(ana, ".G.C.I.K"), "{\"digits\":\"" + digits + "\"}")
                .at("/failure/code").asText()).isEqualTo("INVALID_DATA");
    }

    @Test
    void blanks_around_a_name_are_forgiven_and_echoed() {
        assertThat(ana.send(" channel.request.ready\\u00a0", SampleReplicas.target(ana, ".G.C"), "{}").path("command").asText())
                .isEqualTo(" channel.request.ready\u00a0");
        assertThat(ana.lastBody()).isEqualTo(new AgentCommand.SetPresence(C, Presence.READY));
    }

    @Test
    void blanks_around_member_names_are_forgiven() {
        ana.text("{\"\u00a0command\":\"channel.request.ready\",\"target \":\"" + SampleReplicas.target(ana, ".G.C") + "\",\" data\":{}}");
        assertThat(ana.lastBody()).isEqualTo(new AgentCommand.SetPresence(C, Presence.READY));
    }
}
