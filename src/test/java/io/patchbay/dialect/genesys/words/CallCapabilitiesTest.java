package io.patchbay.dialect.genesys.words;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static io.patchbay.dialect.genesys.Story.K1;
import static io.patchbay.dialect.genesys.Story.rings;
import static io.patchbay.dialect.genesys.Story.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.Story;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call.ConsultFor;
import io.patchbay.model.CallId;
import io.patchbay.model.RecordingCommand.PauseRecording;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lists of genesys.md 7.2, with those of consultations from CHOREOGRAPHY C. */
class CallCapabilitiesTest {
    private static final String DATA = "AttachUserData UpdateUserData DeleteUserData DeleteUserDataPair";
    private static final String CONSULT = "InitiateConference InitiateTransfer";
    private static final String STEPS = "SingleStepConference SingleStepTransfer";

    private static String list(Story story, AgentId agent, CallId call) {
        return CallCapabilities.of(story.state(), agent, call).stream().map(CallOperation::text).collect(Collectors.joining(" "));
    }

    private static boolean accepts(Story story, CallOperation operation) {
        return CallCapabilities.accepts(story.state(), ANA, K1, operation);
    }

    private static Story consulting(ConsultFor purpose) {
        return Story.answered().given(new ConsultationCall(ANA, purpose, to(BEN)), rings(BEN));
    }

    private static Story consulted(ConsultFor purpose) {
        Story story = consulting(purpose);
        return story.given(new Answer(BEN, story.second()));
    }

    @Test
    void of_a_call_that_is_dialled_sends_no_digits_before_it_is_connected() {
        assertThat(list(Story.ringing(), ANA, K1)).isEqualTo(DATA + " Hangup");
    }

    @Test
    void of_a_call_that_rings() {
        assertThat(list(Story.ringing(), BEN, K1)).isEqualTo("Answer " + DATA + " ClearCall");
    }

    @Test
    void of_a_call_that_is_established() {
        assertThat(list(Story.answered(), ANA, K1)).isEqualTo("Hangup Hold SendDtmf " + CONSULT + " " + STEPS + " " + DATA
                + " ClearCall StartCallRecording");
    }

    @Test
    void recording_lists_what_comes_next() {
        Story story = Story.answered().given(new StartRecording(ANA));
        assertThat(list(story, ANA, K1)).endsWith("ClearCall StopCallRecording PauseCallRecording");
        assertThat(list(story.given(new PauseRecording(ANA)), ANA, K1)).endsWith("ClearCall StopCallRecording ResumeCallRecording");
    }

    @Test
    void of_a_call_that_is_held() {
        assertThat(list(Story.answered().given(new Hold(ANA, K1)), ANA, K1))
                .isEqualTo("Retrieve Hangup " + CONSULT + " " + STEPS + " " + DATA);
    }

    @Test
    void of_a_held_call_with_a_consultation_for_a_transfer() {
        assertThat(list(consulting(ConsultFor.TRANSFER), ANA, K1)).isEqualTo("SwapCalls Hangup " + DATA + " CompleteTransfer");
        assertThat(list(consulted(ConsultFor.TRANSFER), ANA, K1)).isEqualTo("SwapCalls Hangup " + DATA + " CompleteTransfer");
    }

    @Test
    void of_a_held_call_with_a_consultation_for_a_conference() {
        assertThat(list(consulting(ConsultFor.CONFERENCE), ANA, K1)).isEqualTo("Retrieve Hangup " + DATA);
        assertThat(list(consulted(ConsultFor.CONFERENCE), ANA, K1)).isEqualTo("Retrieve Hangup " + DATA + " CompleteConference");
    }

    @Test
    void of_a_held_call_with_a_consultation_for_either() {
        assertThat(list(consulted(ConsultFor.EITHER), ANA, K1))
                .isEqualTo("SwapCalls Hangup " + DATA + " CompleteTransfer CompleteConference");
    }

    @Test
    void of_a_consultation() {
        Story story = consulted(ConsultFor.TRANSFER);
        String own = list(story, ANA, story.second());
        assertThat(own).startsWith("Hangup Hold SendDtmf ").contains(DATA).doesNotContain("Initiate");
        assertThat(list(story, BEN, story.second())).startsWith("Hangup Hold SendDtmf ").contains(DATA).doesNotContain("Complete");
        story.given(new AlternateCall(ANA));
        assertThat(list(story, ANA, story.second())).startsWith("SwapCalls Hangup ").endsWith("CompleteTransfer");
    }

    @Test
    void who_is_in_no_leg_has_none() {
        assertThat(list(Story.answered(), CARO, K1)).isEmpty();
        assertThat(list(Story.answered(), ANA, new CallId("0".repeat(32)))).isEmpty();
    }

    @Test
    void some_operations_are_accepted_without_being_listed() {
        Story story = Story.answered();
        assertThat(accepts(story, CallOperation.MUTE_CALL)).isTrue();
        assertThat(accepts(story, CallOperation.UNMUTE_CALL)).isFalse();
        assertThat(accepts(story.given(new MuteCall(ANA, K1)), CallOperation.UNMUTE_CALL)).isTrue();
        assertThat(accepts(story, CallOperation.REMOVE_PARTICIPANT)).isFalse();
        assertThat(accepts(consulted(ConsultFor.CONFERENCE).given(new ConferenceCall(ANA)), CallOperation.REMOVE_PARTICIPANT)).isTrue();
        assertThat(accepts(consulted(ConsultFor.TRANSFER), CallOperation.RETRIEVE)).as("swaps (A13)").isTrue();
        assertThat(accepts(consulted(ConsultFor.TRANSFER), CallOperation.COMPLETE_CONFERENCE)).isFalse();
        assertThat(accepts(consulted(ConsultFor.CONFERENCE), CallOperation.COMPLETE_TRANSFER)).isFalse();
    }
}
