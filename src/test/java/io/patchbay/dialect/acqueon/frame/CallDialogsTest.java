package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.CARO;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static io.patchbay.dialect.acqueon.CallStory.rings;
import static io.patchbay.dialect.acqueon.CallStory.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.FarEnd;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.model.VoiceCommand.SendDtmf;
import io.patchbay.rules.interaction.InteractionRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected lists are those of CHOREOGRAPHY E: ana (A) has K1 with a customer (X) or ben (B). */
class CallDialogsTest {

    private static CallStory talking() {
        return CallStory.dialled(to(BEN)).given(rings(BEN), new Answer(BEN, K1));
    }

    private static void told(CallStory story, List<String> ana, List<String> ben) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
        assertThat(story.tells(CARO)).as("caro").isEmpty();
    }

    @Test
    void an_offer_appears_and_is_gone_when_it_expires_is_refused_or_the_caller_gives_up() {
        told(CallStory.offered(), List.of("POST K1 [A ALERTING, X ACTIVE]"), List.of());
        CallStory expired = CallStory.offered();
        expired.when(new OfferDeadline(new InteractionRules().deadlines(expired.state()).keySet().iterator().next()));
        told(expired, List.of("DELETE K1 [A DROPPED, X ACTIVE]"), List.of());
        assertThat(expired.calls(ANA).get(0).path("event").asText()).isEqualTo("missed");
        CallStory refused = CallStory.offered().when(new Reject(ANA));
        told(refused, List.of("DELETE K1 [A DROPPED, X ACTIVE]"), List.of());
        assertThat(refused.calls(ANA).get(0).path("event").asText()).isEqualTo("Rejected");
        CallStory abandoned = CallStory.offered();
        told(abandoned.when(abandoned.farEnd(K1, Action.HANG_UP)), List.of("DELETE K1 [A DROPPED, X DROPPED]"), List.of());
        assertThat(abandoned.calls(ANA).get(0).path("event").asText()).isEqualTo("Dropped");
    }

    @Test
    void a_dialled_call_is_told_in_each_of_its_states() {
        CallStory story = CallStory.dialled(to(BEN));
        told(story, List.of("POST K1 [A INITIATING]", "PUT K1 [A INITIATED]"), List.of());
        told(story.when(rings(BEN)), List.of("PUT K1 [A INITIATED, B ALERTING]"), List.of("POST K1 [B ALERTING, A INITIATED]"));
        told(story.when(new Answer(BEN, K1)), List.of("PUT K1 [A ACTIVE, B ACTIVE]"), List.of("PUT K1 [B ACTIVE, A ACTIVE]"));
        told(CallStory.dialled(CallStory.outside(FarEnd.Kind.MANUAL)),
                List.of("POST K1 [A INITIATING]", "PUT K1 [A INITIATED]", "PUT K1 [A INITIATED, X ALERTING]"), List.of());
    }

    @Test
    void a_dialled_call_that_fails_names_the_cause_and_is_gone() {
        CallStory story = CallStory.dialled(to(BEN)).given(rings(BEN)).when(new ClearConnection(BEN, K1));
        told(story, List.of("PUT K1 [A FAILED, B DROPPED]", "DELETE K1 [A FAILED, B DROPPED]"),
                List.of("DELETE K1 [B DROPPED, A DROPPED]"));
        assertThat(story.calls(ANA).get(0).at("/ResponseActual/participants/0/stateCause").asText()).isEqualTo("OTHER");
        CallStory invalid = CallStory.dialled(CallStory.outside(FarEnd.Kind.INVALID));
        told(invalid, List.of("POST K1 [A INITIATING]", "PUT K1 [A INITIATED]", "PUT K1 [A FAILED]", "DELETE K1 [A FAILED]"), List.of());
        assertThat(invalid.calls(ANA).get(2).at("/ResponseActual/participants/0/stateCause").asText()).isEqualTo("BAD_DESTINATION");
        CallStory busy = CallStory.dialled(CallStory.outside(FarEnd.Kind.BUSY));
        busy.when(new OfferDeadline(new InteractionRules().deadlines(busy.state()).keySet().iterator().next()));
        told(busy, List.of("PUT K1 [A FAILED, X DROPPED]", "DELETE K1 [A FAILED, X DROPPED]"), List.of());
        assertThat(busy.calls(ANA).get(0).at("/ResponseActual/participants/0/stateCause").asText()).isEqualTo("BUSY");
    }

    @Test
    void who_gives_up_dialling_has_dropped_the_call() {
        told(CallStory.dialled(to(BEN)).given(rings(BEN)).when(new ClearConnection(ANA, K1)),
                List.of("PUT K1 [A DROPPED, B DROPPED]", "DELETE K1 [A DROPPED, B DROPPED]"), List.of("DELETE K1 [B DROPPED, A DROPPED]"));
    }

    @Test
    void hold_and_retrieve_are_told_to_all_and_the_agent_state_to_who_did() {
        CallStory story = talking().when(new Hold(ANA, K1));
        told(story, List.of("PUT K1 [A HELD, B ACTIVE]", "SetAgentState HOLD"), List.of("PUT K1 [B ACTIVE, A HELD]"));
        told(story.when(new Retrieve(ANA, K1)), List.of("PUT K1 [A ACTIVE, B ACTIVE]", "SetAgentState TALKING"),
                List.of("PUT K1 [B ACTIVE, A ACTIVE]"));
    }

    @Test
    void a_held_call_that_ends_leaves_the_agent_state_to_the_agent() {
        told(talking().given(new Hold(ANA, K1)).when(new ClearConnection(ANA, K1)),
                List.of("PUT K1 [A DROPPED, B DROPPED]", "DELETE K1 [A DROPPED, B DROPPED]"),
                List.of("PUT K1 [B DROPPED, A DROPPED]", "DELETE K1 [B DROPPED, A DROPPED]"));
    }

    @Test
    void what_a_dialog_does_not_show_is_not_told() {
        told(talking().when(new SendDtmf(ANA, K1, "4711")), List.of(), List.of());
        told(talking().when(new MuteCall(ANA, K1)), List.of(), List.of());
        told(talking().when(new StartRecording(ANA)), List.of(), List.of());
    }

    @Test
    void a_call_of_two_that_is_dropped_ends_for_both() {
        told(talking().when(new ClearConnection(ANA, K1)),
                List.of("PUT K1 [A DROPPED, B DROPPED]", "DELETE K1 [A DROPPED, B DROPPED]"),
                List.of("PUT K1 [B DROPPED, A DROPPED]", "DELETE K1 [B DROPPED, A DROPPED]"));
        CallStory customer = CallStory.answered();
        told(customer.when(customer.farEnd(K1, Action.HANG_UP)),
                List.of("PUT K1 [A DROPPED, X DROPPED]", "DELETE K1 [A DROPPED, X DROPPED]"), List.of());
    }

    @Test
    void variables_are_told_to_all_and_first_the_agent_state_to_who_set_them() {
        CallStory story = talking().verb(ANA, new SetInteractionData(ANA, Map.of("callVariable1", "gold")));
        told(story, List.of("SetAgentState TALKING", "PUT K1 [A ACTIVE, B ACTIVE]"), List.of("PUT K1 [B ACTIVE, A ACTIVE]"));
        assertThat(story.calls(BEN).get(0).at("/CallVariables/callVariable1").asText()).isEqualTo("gold");
        told(story.verb(ANA, new SetInteractionData(ANA, Map.of("callVariable1", "gold"))),
                List.of("SetAgentState TALKING", "PUT K1 [A ACTIVE, B ACTIVE]"), List.of("PUT K1 [B ACTIVE, A ACTIVE]"));
        told(story.when(new SetInteractionData(ANA, Map.of("callVariable1", "gold"))), List.of("PUT K1 [A ACTIVE, B ACTIVE]"),
                List.of("PUT K1 [B ACTIVE, A ACTIVE]"));
    }
}
