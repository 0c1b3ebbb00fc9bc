package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.K1;
import static io.patchbay.dialect.genesys.Story.rings;
import static io.patchbay.dialect.genesys.Story.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.FarEnd;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected lists are those of CHOREOGRAPHY C: ana talks to a customer in K1 and consults ben in K2. */
class TwoCallNotificationsTest {

    private static Story consulting(ConsultFor purpose) {
        return Story.answered().given(new ConsultationCall(ANA, purpose, to(BEN)), rings(BEN));
    }

    private static Story consulted(ConsultFor purpose) {
        Story story = consulting(purpose);
        return story.given(new Answer(BEN, story.second()));
    }

    private static void told(Story story, List<String> ana, List<String> ben) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
    }

    @Test
    void a_consultation_tells_the_held_call_first() {
        Story story = Story.answered().when(new ConsultationCall(ANA, ConsultFor.TRANSFER, to(BEN)));
        told(story, List.of("SC(K1,Held)", "SC(K2,Dialing)"), List.of());
        JsonNode consult = story.data(ANA).get(1).path("call");
        assertThat(consult.path("callType").asText()).isEqualTo("Consult");
        assertThat(consult.path("parentCallUri").asText()).isEqualTo("http://cti.example/api/v2/me/calls/" + K1);
        assertThat(consult.path("parentCallPath").asText()).isEqualTo("/calls/" + K1);
        told(story.when(rings(BEN)), List.of(), List.of("SC(K2,Ringing)"));
        assertThat(story.data(BEN).get(0).at("/call/callType").asText()).isEqualTo("Consult");
        assertThat(story.data(BEN).get(0).path("call").has("parentCallUri")).isFalse();
    }

    @Test
    void an_answered_consultation_tells_the_held_call_again_where_its_operations_change() {
        Story transfer = consulting(ConsultFor.TRANSFER);
        told(transfer.when(new Answer(BEN, transfer.second())), List.of("SC(K2,Established)"), List.of("SC(K2,Established)"));
        Story conference = consulting(ConsultFor.CONFERENCE);
        told(conference.when(new Answer(BEN, conference.second())), List.of("SC(K2,Established)", "SC(K1,Held)"),
                List.of("SC(K2,Established)"));
        assertThat(conference.data(ANA).get(1).at("/call/capabilities").toString()).contains("CompleteConference");
    }

    @Test
    void a_consultation_that_ends_brings_the_plain_operations_back() {
        for (Story story : List.of(consulting(ConsultFor.TRANSFER), consulted(ConsultFor.TRANSFER), consulted(ConsultFor.CONFERENCE))) {
            told(story.when(new ClearConnection(BEN, story.second())), List.of("SC(K2,Released)", "SC(K1,Held)"),
                    List.of("SC(K2,Released)"));
            assertThat(story.data(ANA).get(1).at("/call/capabilities").toString()).contains("\"Retrieve\"")
                    .doesNotContain("SwapCalls", "Complete");
        }
    }

    @Test
    void a_consultation_that_fails_names_the_cause() {
        Story story = Story.answered().given(new ConsultationCall(ANA, ConsultFor.EITHER, Story.outside(FarEnd.Kind.MANUAL)));
        story.when(story.farEnd(story.second(), Action.REJECT));
        assertThat(story.tells(ANA)).containsExactly("SC(K2,Released)", "SC(K1,Held)");
        assertThat(story.data(ANA).get(0).at("/extensions/cause").asText()).isNotEmpty();
    }

    @Test
    void swapped_calls_tell_first_what_is_held_now() {
        Story story = consulted(ConsultFor.TRANSFER).when(new AlternateCall(ANA));
        told(story, List.of("SC(K2,Held)", "SC(K1,Established)"), List.of());
        told(story.when(new AlternateCall(ANA)), List.of("SC(K1,Held)", "SC(K2,Established)"), List.of());
    }

    @Test
    void a_completed_transfer_releases_both_calls_and_the_target_has_the_original() {
        Story story = consulted(ConsultFor.TRANSFER).when(new TransferCall(ANA, true));
        told(story, List.of("SC(K1,Released)", "SC(K2,Released)"), List.of("SC(K2,Released)", "SC(K1,Established)"));
        JsonNode call = story.data(BEN).get(1).path("call");
        assertThat(call.path("callType").asText()).isEqualTo("Inbound");
        assertThat(call.at("/userData/segment").asText()).isEqualTo("gold");
        assertThat(call.at("/participants/0/phoneNumber").asText()).isEqualTo("+15551234");
    }

    @Test
    void a_transfer_while_the_target_rings_moves_it_ringing() {
        told(consulting(ConsultFor.TRANSFER).when(new TransferCall(ANA, true)), List.of("SC(K1,Released)", "SC(K2,Released)"),
                List.of("SC(K2,Released)", "SC(K1,Ringing)"));
    }

    @Test
    void a_completed_conference_has_all_in_the_original() {
        Story story = consulted(ConsultFor.CONFERENCE).when(new ConferenceCall(ANA));
        told(story, List.of("SC(K2,Released)", "SC(K1,Established)"), List.of("SC(K2,Released)", "SC(K1,Established)"));
        assertThat(story.data(ANA).get(1).at("/call/participants")).hasSize(2);
    }

    @Test
    void a_conference_completed_beside_the_original_tells_its_state_all_the_same() {
        Story story = consulted(ConsultFor.EITHER).given(new AlternateCall(ANA)).when(new ConferenceCall(ANA));
        told(story, List.of("SC(K2,Released)", "SC(K1,Established)"), List.of("SC(K2,Released)", "SC(K1,Established)"));
    }
}
