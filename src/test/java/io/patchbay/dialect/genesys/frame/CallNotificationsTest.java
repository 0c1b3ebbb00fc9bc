package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static io.patchbay.dialect.genesys.Story.K1;
import static io.patchbay.dialect.genesys.Story.rings;
import static io.patchbay.dialect.genesys.Story.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.Story;
import io.patchbay.model.Address;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Destination;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.PartyCommand.DropParticipant;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.QueueName;
import io.patchbay.model.RecordingCommand.PauseRecording;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.RecordingCommand.StopRecording;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.EndCall;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.model.VoiceCommand.SendDtmf;
import io.patchbay.model.VoiceCommand.UnmuteCall;
import io.patchbay.rules.interaction.InteractionRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected lists are those of CHOREOGRAPHY C: ana (A) has K1 with a customer or ben (B), caro is C. */
class CallNotificationsTest {

    private static Story consulted(ConsultFor purpose) {
        Story story = Story.answered().given(new ConsultationCall(ANA, purpose, to(BEN)), rings(BEN));
        return story.given(new Answer(BEN, story.second()));
    }

    /** The customer, ana and ben in K1. */
    private static Story conference() {
        return consulted(ConsultFor.CONFERENCE).given(new ConferenceCall(ANA));
    }

    private static void told(Story story, List<String> ana, List<String> ben) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
    }

    @Test
    void an_offer_rings_and_is_released_when_it_expires() {
        Story story = Story.offered();
        assertThat(story.tells(ANA)).containsExactly("SC(K1,Ringing)");
        String deadline = new InteractionRules().deadlines(story.state()).keySet().iterator().next();
        assertThat(story.when(new OfferDeadline(deadline)).tells(ANA)).containsExactly("SC(K1,Released)");
        assertThat(story.data(ANA).get(0).at("/call/capabilities")).isEmpty();
    }

    @Test
    void a_dialled_call_is_told_to_who_is_called_when_it_rings() {
        Story story = Story.dialled(to(BEN));
        told(story, List.of("SC(K1,Dialing)"), List.of());
        told(story.when(rings(BEN)), List.of(), List.of("SC(K1,Ringing)"));
        told(story.when(new Answer(BEN, K1)), List.of("SC(K1,Established)"), List.of("SC(K1,Established)"));
    }

    @Test
    void a_dialled_call_that_is_refused_names_the_cause() {
        Story story = Story.ringing().when(new ClearConnection(BEN, K1));
        told(story, List.of("SC(K1,Released)"), List.of("SC(K1,Released)"));
        assertThat(story.data(ANA).get(0).at("/extensions/cause").asText()).isEqualTo("rejected");
        assertThat(story.data(BEN).get(0).has("extensions")).isFalse();
    }

    @Test
    void who_gives_up_dialling_is_told_no_cause() {
        Story story = Story.ringing().when(new ClearConnection(ANA, K1));
        told(story, List.of("SC(K1,Released)"), List.of("SC(K1,Released)"));
        assertThat(story.data(ANA).get(0).has("extensions")).isFalse();
    }

    @Test
    void hold_and_retrieve_are_told_to_who_asked_only() {
        Story story = Story.ringing().given(new Answer(BEN, K1)).when(new Hold(ANA, K1));
        told(story, List.of("SC(K1,Held)"), List.of());
        told(story.when(new Retrieve(ANA, K1)), List.of("SC(K1,Established)"), List.of());
    }

    @Test
    void mute_shows_in_the_same_state_and_digits_are_not_told() {
        Story story = Story.ringing().given(new Answer(BEN, K1)).when(new MuteCall(ANA, K1));
        told(story, List.of("SC(K1,Established)"), List.of());
        assertThat(story.data(ANA).get(0).at("/call/mute").asText()).isEqualTo("On");
        told(story.when(new UnmuteCall(ANA, K1)), List.of("SC(K1,Established)"), List.of());
        assertThat(story.data(ANA).get(0).at("/call/mute").asText()).isEqualTo("Off");
        told(story.when(new SendDtmf(ANA, K1, "4711")), List.of(), List.of());
    }

    @Test
    void hanging_up_ends_a_call_of_two_and_leaves_a_conference() {
        told(Story.ringing().given(new Answer(BEN, K1)).when(new ClearConnection(ANA, K1)), List.of("SC(K1,Released)"),
                List.of("SC(K1,Released)"));
        told(conference().when(new ClearConnection(BEN, K1)), List.of("PU(K1,Established)"), List.of("SC(K1,Released)"));
    }

    @Test
    void a_call_that_is_cleared_is_released_for_everybody() {
        told(Story.ringing().given(new Answer(BEN, K1)).when(new EndCall(ANA, K1)), List.of("SC(K1,Released)"),
                List.of("SC(K1,Released)"));
        Story story = conference().when(new EndCall(ANA, K1));
        assertThat(story.tells(ANA)).containsExactly("SC(K1,Released)");
        assertThat(story.tells(BEN)).as("parties leave one after the other").endsWith("SC(K1,Released)")
                .filteredOn(text -> text.contains("Released")).hasSize(1);
    }

    @Test
    void a_single_step_transfer_releases_the_one_and_rings_at_the_other() {
        Story story = Story.answered().when(new SingleStepTransfer(ANA, K1, to(BEN)));
        told(story, List.of("SC(K1,Released)"), List.of());
        told(story.when(rings(BEN)), List.of(), List.of("SC(K1,Ringing)"));
        told(story.when(new Answer(BEN, K1)), List.of(), List.of("SC(K1,Established)"));
    }

    @Test
    void who_is_transferred_to_a_queue_is_told_that_the_other_left() {
        Destination sales = new Destination.ToQueue(new QueueName("sales"), new Address("6001"), true);
        told(Story.ringing().given(new Answer(BEN, K1)).when(new SingleStepTransfer(ANA, K1, sales)), List.of("SC(K1,Released)"),
                List.of("PU(K1,Established)"));
    }

    @Test
    void a_party_that_comes_or_goes_is_told_as_participants() {
        Story story = Story.answered().when(new SingleStepConference(ANA, K1, to(BEN)));
        told(story, List.of("PU(K1,Established)"), List.of());
        told(story.when(rings(BEN)), List.of(), List.of("SC(K1,Ringing)"));
        told(story.when(new Answer(BEN, K1)), List.of(), List.of("SC(K1,Established)"));
        told(story.when(new DropParticipant(ANA, K1, Story.address(BEN))), List.of("PU(K1,Established)"), List.of("SC(K1,Released)"));
    }

    @Test
    void others_in_the_call_are_told_of_the_parties_and_not_of_holds() {
        Story story = conference().given(new SingleStepConference(ANA, K1, to(CARO)), rings(CARO)).when(new Answer(CARO, K1));
        assertThat(story.tells(CARO)).containsExactly("SC(K1,Established)");
        assertThat(story.when(new Hold(ANA, K1)).tells(CARO)).isEmpty();
        assertThat(story.when(new ClearConnection(BEN, K1)).tells(CARO)).containsExactly("PU(K1,Established)");
        told(story, List.of("PU(K1,Held)"), List.of("SC(K1,Released)"));
    }

    @Test
    void user_data_is_told_on_every_call_of_the_agent() {
        Story story = consulted(ConsultFor.TRANSFER).when(new SetInteractionData(ANA, Map.of("k", "v")));
        told(story, List.of("AttachedDataChanged(K1,Held)", "AttachedDataChanged(K2,Established)"),
                List.of("AttachedDataChanged(K2,Established)"));
        assertThat(story.data(BEN).get(0).at("/call/userData")).hasToString(
                "{\"segment\":\"gold\",\"ANI\":\"+15551234\",\"DNIS\":\"6001\",\"queue\":\"sales\",\"k\":\"v\"}");
        story.when(new DeleteInteractionData(ANA, Optional.empty(), true));
        assertThat(story.data(ANA)).hasSize(2)
                .allSatisfy(data -> assertThat(data.at("/call/userData").isEmpty()).isTrue());
    }

    @Test
    void a_recording_is_told_with_its_state() {
        Story story = Story.ringing().given(new Answer(BEN, K1)).when(new StartRecording(ANA));
        told(story, List.of("CallRecordingStateChange(K1,Established)"),
                List.of("CallRecordingStateChange(K1,Established)"));
        assertThat(recording(story)).isEqualTo("Recording");
        assertThat(recording(story.when(new PauseRecording(ANA)))).isEqualTo("Paused");
        assertThat(recording(story.when(new StopRecording(ANA)))).isEqualTo("Stopped");
    }

    private static String recording(Story story) {
        return story.data(BEN).get(0).at("/call/recordingState").asText();
    }

    @Test
    void every_message_names_the_telephone_of_the_agent() {
        assertThat(Story.offered().data(ANA).get(0).path("phoneNumber").asText()).isEqualTo("5001");
        assertThat(Story.ringing().data(BEN).get(0).path("phoneNumber").asText()).isEqualTo("5002");
    }

    @Test
    void who_has_no_leg_is_told_nothing() {
        assertThat(consulted(ConsultFor.TRANSFER).when(new AlternateCall(ANA)).tells(CARO)).isEmpty();
        assertThat(Story.answered().when(new SetInteractionData(ANA, Map.of("k", "v"))).tells(CARO)).isEmpty();
    }
}
