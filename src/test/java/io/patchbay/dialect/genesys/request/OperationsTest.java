package io.patchbay.dialect.genesys.request;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static io.patchbay.dialect.genesys.Story.K1;
import static io.patchbay.dialect.genesys.Story.rings;
import static io.patchbay.dialect.genesys.Story.to;
import static io.patchbay.dialect.genesys.request.Request.VOICE;
import static io.patchbay.dialect.genesys.request.Request.by;
import static io.patchbay.dialect.genesys.request.Request.commands;
import static io.patchbay.dialect.genesys.request.Request.in;
import static io.patchbay.dialect.genesys.request.Request.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Body;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation of genesys.md 3 and 7.3 as the canonical commands it comes to. */
class OperationsTest {
    private static final String TO_BEN = ",'destination':{'phoneNumber':'500-2','e164Number':null,'x':{}}";
    private static final Map<String, String> DATA = Map.of("k", "v");

    private static Story held() {
        return Story.answered().given(new VoiceCommand.Hold(ANA, K1));
    }

    private static Story consulting() {
        return Story.answered().given(new ConsultationCall(ANA, ConsultFor.EITHER, to(BEN)), rings(BEN));
    }

    private static Story consulted() {
        Story story = consulting();
        return story.given(new VoiceCommand.Answer(BEN, story.second()));
    }

    static Stream<Arguments> onCalls() {
        return Stream.concat(ofOneCall(), ofParties());
    }

    private static Stream<Arguments> ofOneCall() {
        return Stream.of(arguments(Story.offered(), "Answer", "", List.of(new VoiceCommand.Answer(ANA, K1))),
                arguments(Story.answered(), "Hangup", ",'unknown':[1,{}],'location':null",
                        List.of(new VoiceCommand.ClearConnection(ANA, K1))),
                arguments(Story.answered(), "ClearCall", "", List.of(new VoiceCommand.EndCall(ANA, K1))),
                arguments(Story.offered(), "ClearCall", "", List.of(new VoiceCommand.ClearConnection(ANA, K1))),
                arguments(Story.answered(), "Hold", "", List.of(new VoiceCommand.Hold(ANA, K1))),
                arguments(held(), "Retrieve", "", List.of(new VoiceCommand.Retrieve(ANA, K1))),
                arguments(Story.answered(), "SendDtmf", ",'digits':'12#','tones':'9'", List.of(new VoiceCommand.SendDtmf(ANA, K1, "12#"))),
                arguments(Story.answered(), "SendDtmf", ",'digits':null,'tones':'9'", List.of(new VoiceCommand.SendDtmf(ANA, K1, "9"))),
                arguments(Story.answered(), "MuteCall", "", List.of(new VoiceCommand.MuteCall(ANA, K1))),
                arguments(Story.answered(), "AttachUserData", ",'userData':{'k':'v'}", List.of(new SetInteractionData(ANA, DATA))),
                arguments(Story.offered(), "UpdateUserData", ",'userData':{'k':'v'}", List.of(new SetInteractionData(ANA, DATA))),
                arguments(Story.answered(), "DeleteUserData", "", List.of(deletion(Optional.empty()))),
                arguments(Story.answered(), "DeleteUserData", ",'key':'k'", List.of(deletion(Optional.of(List.of("k"))))),
                arguments(Story.answered(), "DeleteUserData", ",'keys':['a','b']", List.of(deletion(Optional.of(List.of("a", "b"))))),
                arguments(Story.answered(), "DeleteUserDataPair", ",'key':'k'", List.of(deletion(Optional.of(List.of("k"))))),
                arguments(Story.answered(), "StartCallRecording", "", List.of(new RecordingCommand.StartRecording(ANA))));
    }

    private static Stream<Arguments> ofParties() {
        return Stream.of(arguments(consulted(), "Retrieve", "", List.of(new TwoCallCommand.AlternateCall(ANA))),
                arguments(consulted(), "SwapCalls", "", List.of(new TwoCallCommand.AlternateCall(ANA))),
                arguments(Story.answered(), "InitiateTransfer", TO_BEN, List.of(new ConsultationCall(ANA, ConsultFor.TRANSFER, to(BEN)))),
                arguments(held(), "InitiateConference", TO_BEN + ",'userData':{'k':'v'}",
                        List.of(new ConsultationCall(ANA, ConsultFor.CONFERENCE, to(BEN)), new SetInteractionData(ANA, DATA))),
                arguments(Story.answered(), "InitiateTransfer", TO_BEN + ",'userData':{}",
                        List.of(new ConsultationCall(ANA, ConsultFor.TRANSFER, to(BEN)))),
                arguments(consulting(), "CompleteTransfer", ",'consultCallUri':'x'", List.of(new TwoCallCommand.TransferCall(ANA, true))),
                arguments(consulted(), "CompleteConference", "", List.of(new ConferenceCall(ANA))),
                arguments(Story.answered(), "SingleStepTransfer", TO_BEN, List.of(new PartyCommand.SingleStepTransfer(ANA, K1, to(BEN)))),
                arguments(held(), "SingleStepConference", TO_BEN, List.of(new VoiceCommand.Retrieve(ANA, K1),
                        new PartyCommand.SingleStepConference(ANA, K1, to(BEN)))),
                arguments(consulted().given(new ConferenceCall(ANA)), "RemoveParticipantFromConference", ",'participant':'5002'",
                        List.of(new PartyCommand.DropParticipant(ANA, K1, Story.address(BEN)))));
    }

    private static DeleteInteractionData deletion(Optional<List<String>> keys) {
        return new DeleteInteractionData(ANA, keys, true);
    }

    @ParameterizedTest
    @MethodSource("onCalls")
    void an_operation_on_a_call(Story story, String name, String parameters, List<Body> commands) {
        Plan plan = in(story, "{'operationName':'" + name + "'" + parameters + "}").onCall();
        assertThat(commands(plan)).isEqualTo(commands);
        assertThat(plan.steps()).extracting(Plan.Step::cell).containsOnly(Subject.of(Story.I));
        assertThat(plan.endsHttpSession()).isFalse();
    }

    @Test
    void a_state_is_set_on_one_channel_or_on_all() {
        Agent two = signedIn(ANA).givenDone(new AgentCommand.AddChannel(Medium.CHAT, "*", List.of())).state();
        ChannelId chat = two.channels().get(1).id();
        Body activated = new AgentCommand.ActivateChannels(List.of(new Serving(chat, List.of())), true);
        assertThat(commands(by(ANA, two, "{'operationName':'Ready'}").on(ChannelName.VOICE)))
                .containsExactly(new AgentCommand.SetPresence(VOICE, Presence.READY));
        assertThat(commands(by(ANA, two, "{'operationName':'AuxWork'}").on(ChannelName.SMS))).as("SMS comes on the chat channel")
                .containsExactly(activated, new AgentCommand.SetPresence(chat,
                        Presence.notReady(new Presence.NotReadyReason("AuxWork", ""))));
        assertThat(commands(by(ANA, two, "{'operationName':'NotReady'}").onMe()))
                .containsExactly(activated, new AgentCommand.SetPresence(VOICE, Presence.NOT_READY));
        assertThat(commands(by(ANA, two, "{'operationName':'Offline'}").onMe())).containsExactly(new AgentCommand.DeactivateChannels(
                List.of(new Serving(VOICE, List.of()), new Serving(chat, List.of())), true, Optional.empty()));
    }

    @Test
    void a_channel_that_is_ready_has_nothing_to_change() {
        Agent ready = signedIn(ANA).givenDone(new AgentCommand.SetPresence(VOICE, Presence.READY)).state();
        Plan plan = by(ANA, ready, "{'operationName':'Ready'}").on(ChannelName.VOICE);
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.reply().apply(List.of()).body()).hasToString("{\"statusCode\":0}");
    }

    @Test
    void the_end_of_the_session_ends_the_http_session_too() {
        Plan plan = by(ANA, signedIn(ANA).state(), "{'operationName':'EndContactCenterSession'}").onMe();
        assertThat(commands(plan)).containsExactly(new AgentCommand.EndSession(Cause.LOGOUT));
        assertThat(plan.endsHttpSession()).isTrue();
    }

    @Test
    void a_dialled_call_is_a_new_one() {
        assertThat(commands(by(ANA, signedIn(ANA).state(), "{'operationName':'Dial'" + TO_BEN + ",'userData':{'k':1}}").onDevice()))
                .containsExactly(new AgentCommand.MakeCall(VOICE, ANA, to(BEN), Story.TERMS, Map.of("k", "1")));
        assertThat(commands(by(CARO, signedIn(CARO).state(), "{'operationName':'Dial','destination':{'phoneNumber':'+1 (555) 0100'},"
                + "'extensions':{'inContact.outboundskill':'7001'}}").onDevice())).hasSize(1);
    }

    @Test
    void a_call_that_is_dialled_beside_a_held_one_is_a_consultation_for_either() {
        Body consult = new ConsultationCall(ANA, ConsultFor.EITHER, to(BEN));
        assertThat(commands(in(working(held()), "{'operationName':'Dial'" + TO_BEN + "}").onDevice())).containsExactly(consult);
        assertThat(commands(in(working(held()), "{'operationName':'Dial'" + TO_BEN + ",'userData':{'k':'v'}}").onDevice()))
                .containsExactly(consult, new SetInteractionData(ANA, DATA));
        for (Story story : List.of(Story.answered(), consulting(), Story.offered())) {
            assertThatThrownBy(() -> in(working(story), "{'operationName':'Dial'" + TO_BEN + "}").onDevice())
                    .isInstanceOf(OperationRefused.class).hasMessageContaining("Hold it");
        }
    }

    /** The agent's channel works in the interaction of the story. */
    private static Replicas working(Story story) {
        Scenario<Agent, AgentCommand, AgentEvent> ready = signedIn(ANA).givenDone(new AgentCommand.SetPresence(VOICE, Presence.READY));
        return story.replicas(ANA, ready.when(new AgentCommand.Reserve(ANA, Story.I, Medium.VOICE, Optional.empty(), false)).state());
    }
}
