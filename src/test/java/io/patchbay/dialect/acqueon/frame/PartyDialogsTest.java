package io.patchbay.dialect.acqueon.frame;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.CARO;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static io.patchbay.dialect.acqueon.CallStory.SAM;
import static io.patchbay.dialect.acqueon.CallStory.address;
import static io.patchbay.dialect.acqueon.CallStory.consulted;
import static io.patchbay.dialect.acqueon.CallStory.rings;
import static io.patchbay.dialect.acqueon.CallStory.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.FarEnd;
import io.patchbay.model.PartyCommand.DropParticipant;
import io.patchbay.model.PartyCommand.MonitorCall;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected lists are those of CHOREOGRAPHY E for calls of more than two parties and for supervisors (S). */
class PartyDialogsTest {

    /** The customer, ana and ben in K1. */
    private static CallStory conference() {
        return consulted().given(new ConferenceCall(ANA));
    }

    private static CallStory four() {
        return conference().given(new SingleStepConference(ANA, K1, to(CARO)), rings(CARO), new Answer(CARO, K1));
    }

    private static void told(CallStory story, List<String> ana, List<String> ben, List<String> caro) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
        assertThat(story.tells(CARO)).as("caro").isEqualTo(caro);
    }

    private static MonitorCall monitor(Mode mode) {
        return new MonitorCall(SAM, address(SAM), K1, ANA, mode);
    }

    @Test
    void who_leaves_a_conference_is_gone_from_the_list_of_the_others() {
        told(four().when(new ClearConnection(ANA, K1)), List.of("PUT K1 [A DROPPED, X ACTIVE, B ACTIVE, C ACTIVE]",
                "DELETE K1 [A DROPPED, X ACTIVE, B ACTIVE, C ACTIVE]"), List.of("PUT K1 [B ACTIVE, X ACTIVE, C ACTIVE]"),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, B ACTIVE]"));
    }

    @Test
    void who_is_dropped_is_told_as_dropped() {
        told(four().when(new DropParticipant(ANA, K1, address(BEN))), List.of("PUT K1 [A ACTIVE, X ACTIVE, C ACTIVE]"),
                List.of("PUT K1 [B DROPPED, X ACTIVE, A ACTIVE, C ACTIVE]", "DELETE K1 [B DROPPED, X ACTIVE, A ACTIVE, C ACTIVE]"),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, A ACTIVE]"));
    }

    @Test
    void a_direct_transfer_takes_the_call_from_the_one_and_rings_at_the_other() {
        CallStory story = CallStory.answered().given(new SingleStepConference(ANA, K1, to(CARO)), rings(CARO), new Answer(CARO, K1))
                .when(new SingleStepTransfer(ANA, K1, to(BEN)));
        told(story, List.of("DELETE K1 [A DROPPED, X ACTIVE, C ACTIVE]"), List.of(),
                List.of("PUT K1 [C ACTIVE, X ACTIVE, B ALERTING]"));
        told(story.when(rings(BEN)), List.of(), List.of("POST K1 [B ALERTING, X ACTIVE, C ACTIVE]"), List.of());
        assertThat(story.calls(BEN).get(0).path("CallType").asText()).as("although it came from a queue").isEqualTo("TRANSFER");
    }

    @Test
    void a_call_that_comes_back_to_its_caller_is_inbound() {
        CallStory story = CallStory.dialled(CallStory.outside(FarEnd.Kind.MANUAL));
        story.given(story.farEnd(K1, Action.ANSWER), new SingleStepTransfer(ANA, K1, to(BEN)), rings(BEN), new Answer(BEN, K1),
                new SingleStepTransfer(BEN, K1, to(ANA))).when(rings(ANA));
        assertThat(story.tells(ANA)).containsExactly("POST K1 [A ALERTING, X ACTIVE]");
        assertThat(story.events(ANA).get(0).topic()).isEqualTo("InboundCall");
        assertThat(story.calls(ANA).get(0).path("CallType").asText()).isEqualTo("TRANSFER");
    }

    @Test
    void a_single_step_conference_rings_at_the_third() {
        CallStory story = conference().when(new SingleStepConference(ANA, K1, to(CARO)));
        told(story, List.of("PUT K1 [A ACTIVE, X ACTIVE, B ACTIVE, C ALERTING]"),
                List.of("PUT K1 [B ACTIVE, X ACTIVE, A ACTIVE, C ALERTING]"), List.of());
        told(story.when(rings(CARO)), List.of(), List.of(), List.of("POST K1 [C ALERTING, X ACTIVE, A ACTIVE, B ACTIVE]"));
    }

    @Test
    void silent_monitoring_is_told_to_the_supervisor_only() {
        CallStory story = CallStory.answered().given(monitor(Mode.SILENT));
        assertThat(story.tells(SAM)).isEmpty();
        told(story.when(rings(SAM)), List.of(), List.of(), List.of());
        assertThat(story.tells(SAM)).containsExactly("POST K2 [S ALERTING, A ACTIVE]", "PUT K2 [S ACTIVE, A ACTIVE]");
        assertThat(story.calls(SAM).get(1).path("CallType").asText()).isEqualTo("SUPERVISOR_MONITOR");
        assertThat(story.calls(SAM).get(1).at("/ResponseActual/participants/1/actions")).isEmpty();
    }

    @Test
    void an_agent_that_is_to_be_told_takes_part_in_the_call_of_the_supervisor_until_that_barges_in() {
        CallStory story = CallStory.answered().given(new MonitorCall(SAM, address(SAM), K1, ANA, Mode.SILENT, true)).when(rings(SAM));
        told(story, List.of("POST K2 [A ACTIVE, S ACTIVE]"), List.of(), List.of());
        JsonNode call = story.calls(ANA).get(0);
        assertThat(call.path("CallType").asText()).isEqualTo("SUPERVISOR_MONITOR");
        assertThat(call.at("/ResponseActual/participants").findValuesAsText("actions")).allMatch(String::isEmpty);
        assertThat(call.at("/ButtonStates/items")).allMatch(button -> button.asText().equals("Hide"));
        assertThat(story.when(monitor(Mode.BARGE)).tells(ANA))
                .containsExactly("DELETE K2 [A DROPPED, S DROPPED]", "PUT K1 [A ACTIVE, X ACTIVE, S ACTIVE]");
    }

    @Test
    void the_call_of_a_supervisor_that_was_told_ends_with_that_of_the_agent() {
        CallStory story = CallStory.answered().given(monitor(Mode.WHISPER), rings(SAM)).when(new ClearConnection(ANA, K1));
        assertThat(story.tells(ANA)).containsExactly("PUT K1 [A DROPPED, X DROPPED]", "DELETE K1 [A DROPPED, X DROPPED]",
                "DELETE K2 [A DROPPED, S DROPPED]");
    }

    @Test
    void who_barges_in_has_the_call_instead() {
        CallStory story = conference().given(monitor(Mode.SILENT), rings(SAM)).when(monitor(Mode.BARGE));
        told(story, List.of("PUT K1 [A ACTIVE, X ACTIVE, B ACTIVE, S ACTIVE]"), List.of("PUT K1 [B ACTIVE, X ACTIVE, A ACTIVE, S ACTIVE]"),
                List.of());
        assertThat(story.tells(SAM))
                .containsExactly("DELETE K3 [S DROPPED, A DROPPED]", "POST K1 [S ACTIVE, X ACTIVE, A ACTIVE, B ACTIVE]");
        story.given(new ClearConnection(BEN, K1)).when(new ClearConnection(ANA, K1));
        assertThat(story.tells(SAM)).containsExactly("PUT K1 [S ACTIVE, X ACTIVE]");
        assertThat(story.calls(SAM).get(0).path("CallType").asText()).as("of two again").isEqualTo("TRANSFER");
    }
}
