package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.offered;
import static io.patchbay.rules.interaction.Cast.offeredCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.CallEvent.DtmfSent;
import io.patchbay.model.CallEvent.Held;
import io.patchbay.model.CallEvent.Muted;
import io.patchbay.model.CallEvent.Retrieved;
import io.patchbay.model.CallEvent.Unmuted;
import io.patchbay.model.ContactEvent.DataChanged;
import io.patchbay.model.ContactEvent.DispositionSet;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Interaction.Disposition;
import io.patchbay.model.Interaction.Recording;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Reason;
import io.patchbay.model.RecordingCommand.PauseRecording;
import io.patchbay.model.RecordingCommand.ResumeRecording;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.RecordingCommand.StopRecording;
import io.patchbay.model.RecordingEvent.RecordingPaused;
import io.patchbay.model.RecordingEvent.RecordingResumed;
import io.patchbay.model.RecordingEvent.RecordingStarted;
import io.patchbay.model.RecordingEvent.RecordingStopped;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.model.VoiceCommand.SendDtmf;
import io.patchbay.model.VoiceCommand.UnmuteCall;
import io.patchbay.rules.InteractionData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallControlTest {

    @Test
    void holding_and_retrieving_change_ones_own_leg_only() {
        answeredCall().when(new Hold(ANA, CALL)).then(new Held(CALL, offered(2), X5001, Optional.of(ANA))).asksNothing()
                .when(new Retrieve(ANA, CALL)).then(new Retrieved(CALL, offered(2), X5001, Optional.of(ANA))).asksNothing();
    }

    @Test
    void data_is_set_overwritten_and_deleted() {
        answeredCall().when(new SetInteractionData(ANA, "segment", "silver"))
                .then(new DataChanged(Map.of("segment", "silver"), List.of())).asksNothing()
                .and(i -> assertThat(i.data()).containsEntry("segment", "silver").containsEntry("ANI", "+15551234"))
                .when(new DeleteInteractionData(ANA, "segment")).then(new DataChanged(Map.of(), List.of("segment")))
                .and(i -> assertThat(i.data()).doesNotContainKey("segment"))
                .when(new DeleteInteractionData(ANA, "segment")).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void data_needs_a_key_and_has_an_end() {
        answeredCall().when(new SetInteractionData(ANA, " ", "x")).refusedWith(Reason.INVALID_DATA)
                .when(new SetInteractionData(ANA, "k", "x".repeat(InteractionData.LIMIT))).refusedWith(Reason.INVALID_DATA)
                .when(new SetInteractionData(ANA, "k", "x".repeat(InteractionData.LIMIT / 2))).accepted()
                .when(new SetInteractionData(ANA, "k", "y".repeat(InteractionData.LIMIT / 2))).accepted()
                .when(new SetInteractionData(ANA, "l", "x".repeat(InteractionData.LIMIT / 2))).refusedWith(Reason.INVALID_DATA);
        int others = "segmentgold".length() + "ANI+15551234".length() + "DNIS8000".length() + "queuesales".length() + "k".length();
        answeredCall().when(new SetInteractionData(ANA, "k", "x".repeat(InteractionData.LIMIT - others))).accepted()
                .when(new SetInteractionData(ANA, "k", "x".repeat(InteractionData.LIMIT - others + 1))).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void several_pairs_are_set_together_or_not_at_all() {
        answeredCall().when(new SetInteractionData(ANA, Map.of("segment", "silver", "order", "4711")))
                .then(new DataChanged(Map.of("segment", "silver", "order", "4711"), List.of()))
                .and(i -> assertThat(i.data()).containsEntry("segment", "silver").containsEntry("order", "4711"))
                .when(new SetInteractionData(ANA, Map.of("order", "4712", " ", "x"))).refusedWith(Reason.INVALID_DATA)
                .when(new SetInteractionData(ANA, Map.of())).refusedWith(Reason.INVALID_DATA)
                .and(i -> assertThat(i.data()).containsEntry("order", "4711"));
    }

    @Test
    void several_keys_are_deleted_together_or_not_at_all() {
        answeredCall().when(new SetInteractionData(ANA, "order", "4711")).accepted()
                .when(new DeleteInteractionData(ANA, Optional.of(List.of("segment", "nothing")), false)).refusedWith(Reason.INVALID_DATA)
                .when(new DeleteInteractionData(ANA, Optional.of(List.of("segment", "order", "segment")), false))
                .then(new DataChanged(Map.of(), List.of("segment", "order")))
                .and(i -> assertThat(i.data()).containsOnlyKeys("ANI", "DNIS", "queue"));
    }

    @Test
    void keys_that_are_not_there_are_passed_over_where_the_command_says_so() {
        answeredCall().when(new DeleteInteractionData(ANA, Optional.of(List.of("nothing", "segment")), true))
                .then(new DataChanged(Map.of(), List.of("segment")))
                .when(new DeleteInteractionData(ANA, Optional.of(List.of("nothing")), true)).accepted().asksNothing()
                .and(i -> assertThat(i.data()).containsOnlyKeys("ANI", "DNIS", "queue"));
    }

    @Test
    void all_data_is_deleted_at_once() {
        answeredCall().when(new DeleteInteractionData(ANA, Optional.empty(), false))
                .then(new DataChanged(Map.of(), List.of("segment", "ANI", "DNIS", "queue")))
                .and(i -> assertThat(i.data()).isEmpty())
                .when(new DeleteInteractionData(ANA, Optional.empty(), false)).then();
    }

    @Test
    void data_is_set_from_the_offer_on() {
        offeredCall().when(new SetInteractionData(ANA, "k", "v")).then(new DataChanged(Map.of("k", "v"), List.of()))
                .when(new DeleteInteractionData(ANA, "segment")).then(new DataChanged(Map.of(), List.of("segment")));
    }

    @Test
    void data_is_set_after_the_call_until_the_agent_completes_it() {
        answeredCall().when(Cast.mobile(Action.HANG_UP)).accepted()
                .when(new SetInteractionData(ANA, "k", "v")).then(new DataChanged(Map.of("k", "v"), List.of()))
                .when(new Complete(ANA)).accepted()
                .when(new SetInteractionData(ANA, "k", "w")).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void a_later_disposition_takes_the_place_of_an_agents_earlier_one() {
        answeredCall().when(new SetDisposition(ANA, "callback")).then(new DispositionSet(ANA, "callback"))
                .when(Cast.mobile(Action.HANG_UP)).accepted()
                .when(new SetDisposition(ANA, "sale")).then(new DispositionSet(ANA, "sale"))
                .and(i -> assertThat(i.dispositions()).isEqualTo(List.of(new Disposition(ANA, "sale"))))
                .when(new SetDisposition(ANA, "")).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_muted_leg_stays_muted_while_it_is_held() {
        answeredCall().when(new MuteCall(ANA, CALL)).then(new Muted(CALL, offered(2), X5001, Optional.of(ANA))).asksNothing()
                .when(new MuteCall(ANA, CALL)).refusedWith(Reason.WRONG_STATE)
                .when(new Hold(ANA, CALL)).accepted()
                .when(new UnmuteCall(ANA, CALL)).refusedWith(Reason.WRONG_STATE)
                .when(new Retrieve(ANA, CALL)).accepted()
                .and(i -> assertThat(i.call(CALL).orElseThrow().of(ANA).orElseThrow().muted()).isTrue())
                .when(new UnmuteCall(ANA, CALL)).then(new Unmuted(CALL, offered(2), X5001, Optional.of(ANA)))
                .and(i -> assertThat(i.call(CALL).orElseThrow().of(ANA).orElseThrow().muted()).isFalse());
    }

    @Test
    void digits_are_counted_and_told_nobody() {
        var sent = answeredCall().when(new SendDtmf(ANA, CALL, "4929*#"))
                .then(new DtmfSent(CALL, offered(2), X5001, Optional.of(ANA), 6)).asksNothing();

        assertThat(sent.events().toString() + sent.state() + new SendDtmf(ANA, CALL, "4929*#")).doesNotContain("4929");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12a", "1 2", "+1"})
    void what_is_no_digit_is_not_sent_and_not_repeated_in_the_refusal(String digits) {
        answeredCall().when(new SendDtmf(ANA, CALL, digits)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_recording_is_started_paused_resumed_and_stopped() {
        answeredCall().when(new StartRecording(ANA)).then(new RecordingStarted(ANA)).asksNothing()
                .when(new ResumeRecording(ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new PauseRecording(ANA)).then(new RecordingPaused(ANA))
                .when(new PauseRecording(ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new ResumeRecording(ANA)).then(new RecordingResumed(ANA))
                .and(i -> assertThat(i.recording()).isEqualTo(Recording.RUNNING))
                .when(new StopRecording(ANA)).then(new RecordingStopped(Optional.of(ANA)))
                .and(i -> assertThat(i.recording()).isEqualTo(Recording.STOPPED))
                .when(new PauseRecording(ANA)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void starting_and_stopping_a_recording_may_come_again_and_change_nothing() {
        answeredCall().when(new StopRecording(ANA)).accepted().when(new StartRecording(ANA)).accepted()
                .when(new PauseRecording(ANA)).accepted()
                .when(new StartRecording(ANA)).then(new RecordingStarted(ANA))
                .and(i -> assertThat(i.recording()).as("the gap stays").isEqualTo(Recording.PAUSED));
        offeredCall().when(new StartRecording(ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new StopRecording(ANA)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void a_recording_ends_with_the_contact() {
        answeredCall().when(new StartRecording(ANA)).accepted().when(Cast.mobile(Action.HANG_UP))
                .and(i -> assertThat(i.recording()).isEqualTo(Recording.STOPPED));
    }
}
