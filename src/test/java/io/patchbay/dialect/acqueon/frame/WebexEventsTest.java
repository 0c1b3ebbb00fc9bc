package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.model.FarEnd;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import org.junit.jupiter.api.Test;

/** The events of the channel Webexcc: one for each change of a call. */
class WebexEventsTest {

    private static CallStory on(CallStory story) {
        return story.on(Flavour.WEBEX);
    }

    @Test
    void an_inbound_call_has_the_documented_names() {
        CallStory story = on(CallStory.offered());
        AcqueonEvent event = story.events(ANA).get(0);
        assertThat(event.flavour().eventChannel() + " " + event.topic() + " " + event.subtopic())
                .isEqualTo("Webex CC Inbound InboundCallStateChange");
        JsonNode call = event.message().path("call");
        assertThat(call.at("/ResponseActual/mediaType").asText()).isEqualTo("telephony");
        assertThat(call.at("/ResponseActual/fromaddress").asText()).isEqualTo("+15551234");
        assertThat(call.at("/ResponseActual/toaddress").asText()).isEqualTo("6001");
        assertThat(call.has("callType")).isTrue();
        assertThat(story.tells(ANA)).startsWith("K1 new/eAgentOfferContact [A ALERTING, X ACTIVE]");
        assertThat(story.when(new Answer(ANA, K1)).tells(ANA)).startsWith("K1 connected/CustAnswered [A ACTIVE, X ACTIVE]");
        assertThat(story.when(new StartRecording(ANA)).tells(ANA))
                .containsExactly("K1 connected/eCallRecordingStarted [A ACTIVE, X ACTIVE]");
        assertThat(story.when(new ClearConnection(ANA, K1)).tells(ANA)).containsExactly(
                "K1 wrapUp/eAgentContactEnded [A DROPPED, X DROPPED]", "K1 wrapUp/DROPPED [A DROPPED, X DROPPED]");
    }

    @Test
    void an_outbound_call_has_a_type_and_after_call_work_a_word() {
        CallStory story = on(CallStory.dialled(CallStory.outside(FarEnd.Kind.MANUAL)));
        AcqueonEvent event = story.events(ANA).get(0);
        assertThat(event.topic() + " " + event.subtopic()).isEqualTo("Outbound OutboundCallStateChange");
        assertThat(event.message().at("/call/CallType").asText()).isEqualTo("OUTBOUND");
        story.given(story.farEnd(K1, Action.ANSWER)).as(ANA, CallStory.working(ANA, true)).when(new ClearConnection(ANA, K1));
        assertThat(story.tells(ANA)).startsWith("K1 wrapUp/acw [A WRAP_UP, X DROPPED]");
    }

    @Test
    void consultations_and_conferences_have_their_states() {
        CallStory story = on(CallStory.consulted());
        assertThat(story.tells(ANA).get(0)).startsWith("K2 consulting/CustAnswered");
        assertThat(story.calls(ANA).get(0).path("CallType").asText()).isEqualTo("Regular_call");
        assertThat(story.tells(BEN).get(0)).startsWith("K2 consult/CustAnswered");
        assertThat(story.when(new ConferenceCall(ANA)).tells(ANA)).anyMatch(told -> told.startsWith("K1 conference/CustAnswered"));
    }
}
