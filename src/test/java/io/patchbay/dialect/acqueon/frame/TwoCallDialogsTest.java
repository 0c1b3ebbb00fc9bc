package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.CARO;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static io.patchbay.dialect.acqueon.CallStory.consulted;
import static io.patchbay.dialect.acqueon.CallStory.consulting;
import static io.patchbay.dialect.acqueon.CallStory.rings;
import static io.patchbay.dialect.acqueon.CallStory.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.model.Address;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.Destination;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.TwoCallCommand.TransferCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.Retrieve;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected lists are those of CHOREOGRAPHY E: ana (A) talks to a customer (X) in K1, with caro (C) or without, and consults ben (B). */
class TwoCallDialogsTest {

    /** Ana, the customer and caro. */
    private static CallStory three() {
        return CallStory.answered().given(new SingleStepConference(ANA, K1, to(CARO)), rings(CARO), new Answer(CARO, K1));
    }

    private static CallStory threeConsulted() {
        CallStory story = three().given(new ConsultationCall(ANA, ConsultFor.EITHER, to(BEN)), rings(BEN));
        return story.given(new Answer(BEN, story.second()));
    }

    private static void told(CallStory story, List<String> ana, List<String> ben, List<String> caro) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
        assertThat(story.tells(CARO)).as("caro").isEqualTo(caro);
    }

    @Test
    void a_consultation_holds_the_call_and_dials() {
        CallStory story = three().when(new ConsultationCall(ANA, ConsultFor.EITHER, to(BEN)));
        told(story, List.of("PUT K1 [A HELD, X ACTIVE, C ACTIVE]", "POST K2 [A INITIATING]", "PUT K2 [A INITIATED]"), List.of(),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, A HELD]"));
        told(story.when(rings(BEN)), List.of("PUT K2 [A INITIATED, B ALERTING]"), List.of("POST K2 [B ALERTING, A INITIATED]"), List.of());
        assertThat(story.calls(BEN).get(0).path("CallType").asText()).isEqualTo("CONSULT_OFFERED");
        told(story.when(new Answer(BEN, story.second())),
                List.of("PUT K2 [A ACTIVE, B ACTIVE]", "PUT K1 [A HELD, X ACTIVE, C ACTIVE]"), List.of("PUT K2 [B ACTIVE, A ACTIVE]"),
                List.of());
        JsonNode consult = story.calls(ANA).get(0);
        assertThat(consult.path("CallType").asText()).isEqualTo("CONSULT");
        assertThat(consult.path("event").asText()).isEqualTo("Consult");
        JsonNode original = story.calls(ANA).get(1);
        assertThat(original.at("/ButtonStates/items/transfer").asText()).isEqualTo("Enable");
        assertThat(original.at("/ResponseActual/participants/0/actions").toString()).contains("\"TRANSFER\"", "\"CONFERENCE\"");
    }

    @Test
    void a_consultation_of_a_queue_shows_the_agent_that_it_rings_at() {
        CallStory story = CallStory.dialled(to(CARO)).given(rings(CARO), new Answer(CARO, K1))
                .when(new ConsultationCall(ANA, ConsultFor.EITHER, new Destination.ToQueue(CallStory.SALES, new Address("6001"), true)));
        told(story, List.of("PUT K1 [A HELD, C ACTIVE]", "POST K2 [A INITIATING]", "PUT K2 [A INITIATED]"), List.of(),
                List.of("PUT K1 [C ACTIVE, A HELD]"));
        assertThat(story.calls(ANA).get(2).at("/ResponseActual/mediaProperties/queueName").asText()).isEqualTo("sales");
        QueuePlace place = story.state().queueing().orElseThrow().offeredAs();
        told(story.when(new Alert(BEN, CallStory.channel(BEN), CallStory.address(BEN), Optional.of(place))),
                List.of("PUT K2 [A INITIATED, B ALERTING]"), List.of("POST K2 [B ALERTING, A INITIATED]"), List.of());
    }

    @Test
    void a_consultation_from_a_held_call_tells_the_agent_state_last() {
        CallStory story = CallStory.answered().given(new Hold(ANA, K1)).when(new ConsultationCall(ANA, ConsultFor.EITHER, to(BEN)));
        told(story, List.of("PUT K1 [A HELD, X ACTIVE]", "POST K2 [A INITIATING]", "PUT K2 [A INITIATED]", "SetAgentState TALKING"),
                List.of(), List.of());
    }

    @Test
    void a_consultation_that_is_refused_is_dropped_and_the_original_has_its_actions_back() {
        CallStory story = consulting();
        told(story.when(new ClearConnection(BEN, story.second())), List.of("PUT K2 [A DROPPED, B DROPPED]",
                "DELETE K2 [A DROPPED, B DROPPED]", "PUT K1 [A HELD, X ACTIVE]", "SetAgentState HOLD"),
                List.of("DELETE K2 [B DROPPED, A DROPPED]"), List.of());
        assertThat(story.calls(ANA).get(2).at("/ResponseActual/participants/0/actions").toString()).contains("RETRIEVE")
                .doesNotContain("TRANSFER", "CONFERENCE");
    }

    @Test
    void who_consults_or_is_consulted_drops_the_second_call() {
        CallStory story = consulted();
        List<String> ana = List.of("PUT K2 [A DROPPED, B DROPPED]", "DELETE K2 [A DROPPED, B DROPPED]", "PUT K1 [A HELD, X ACTIVE]",
                "SetAgentState HOLD");
        List<String> ben = List.of("PUT K2 [B DROPPED, A DROPPED]", "DELETE K2 [B DROPPED, A DROPPED]");
        told(story.when(new ClearConnection(ANA, story.second())), ana, ben, List.of());
        CallStory other = consulted();
        told(other.when(new ClearConnection(BEN, other.second())), ana, ben, List.of());
    }

    @Test
    void the_original_may_end_first() {
        CallStory story = consulted();
        told(story.when(story.farEnd(K1, Action.HANG_UP)),
                List.of("PUT K1 [A DROPPED, X DROPPED]", "DELETE K1 [A DROPPED, X DROPPED]", "PUT K2 [A ACTIVE, B ACTIVE]"),
                List.of(), List.of());
    }

    @Test
    void an_alternation_is_one_step() {
        CallStory story = threeConsulted().when(new AlternateCall(ANA));
        told(story, List.of("PUT K2 [A HELD, B ACTIVE]", "PUT K1 [A ACTIVE, X ACTIVE, C ACTIVE]"), List.of("PUT K2 [B ACTIVE, A HELD]"),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, A ACTIVE]"));
        told(story.when(new AlternateCall(ANA)), List.of("PUT K1 [A HELD, X ACTIVE, C ACTIVE]", "PUT K2 [A ACTIVE, B ACTIVE]"),
                List.of("PUT K2 [B ACTIVE, A ACTIVE]"), List.of("PUT K1 [C ACTIVE, X ACTIVE, A HELD]"));
    }

    @Test
    void a_hold_and_a_retrieval_tell_the_other_call_for_its_actions() {
        CallStory story = consulted();
        told(story.when(new Hold(ANA, story.second())),
                List.of("PUT K2 [A HELD, B ACTIVE]", "PUT K1 [A HELD, X ACTIVE]", "SetAgentState HOLD"),
                List.of("PUT K2 [B ACTIVE, A HELD]"), List.of());
        told(story.when(new Retrieve(ANA, K1)),
                List.of("PUT K1 [A ACTIVE, X ACTIVE]", "PUT K2 [A HELD, B ACTIVE]", "SetAgentState TALKING"), List.of(), List.of());
    }

    @Test
    void a_transfer_takes_both_calls_from_the_one_and_gives_the_original_to_the_other() {
        CallStory story = threeConsulted().when(new TransferCall(ANA));
        told(story, List.of("DELETE K1 [A DROPPED, X ACTIVE, C ACTIVE]", "DELETE K2 [A DROPPED, B DROPPED]"),
                List.of("DELETE K2 [B DROPPED, A DROPPED]", "POST K1 [B ACTIVE, X ACTIVE, C ACTIVE]"),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, B ACTIVE]"));
        for (JsonNode call : List.of(story.calls(BEN).get(1), story.calls(CARO).get(0))) {
            assertThat(call.at("/ResponseActual/secondaryId").asText()).isEqualTo(story.second().value());
        }
    }

    @Test
    void a_call_of_two_after_a_transfer_is_a_transfer() {
        CallStory story = consulted().when(new TransferCall(ANA));
        assertThat(story.calls(BEN).get(1).path("CallType").asText()).isEqualTo("TRANSFER");
        assertThat(story.calls(BEN).get(1).at("/CallVariables/segment").asText()).isEqualTo("gold");
        assertThat(story.when(new Hold(BEN, K1)).calls(BEN).get(0).at("/ResponseActual/secondaryId").asText())
                .as("from the transfer on").isEqualTo(story.second().value());
        assertThat(story.burst(BEN).findValuesAsText("secondaryId")).as("at another member").containsExactly(story.second().value());
    }

    @Test
    void a_conference_has_all_in_the_original() {
        CallStory story = threeConsulted().when(new ConferenceCall(ANA));
        told(story, List.of("DELETE K2 [A DROPPED, B DROPPED]", "PUT K1 [A ACTIVE, X ACTIVE, C ACTIVE, B ACTIVE]"),
                List.of("DELETE K2 [B DROPPED, A DROPPED]", "POST K1 [B ACTIVE, X ACTIVE, A ACTIVE, C ACTIVE]"),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, A ACTIVE, B ACTIVE]"));
        JsonNode call = story.calls(ANA).get(1);
        assertThat(call.path("CallType").asText()).isEqualTo("CONFERENCE");
        assertThat(call.at("/ResponseActual/secondaryId").asText()).isEqualTo(story.second().value());
    }
}
