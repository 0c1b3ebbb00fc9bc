package io.patchbay.rules.interaction;

import static io.patchbay.model.Action.ACCEPT_INTERACTION;
import static io.patchbay.model.Action.ANSWER_CALL;
import static io.patchbay.model.Action.CLEAR_CONNECTION;
import static io.patchbay.model.Action.COMPLETE_INTERACTION;
import static io.patchbay.model.Action.CONSULTATION_CALL;
import static io.patchbay.model.Action.END_CALL;
import static io.patchbay.model.Action.HOLD_CALL;
import static io.patchbay.model.Action.MUTE_CALL;
import static io.patchbay.model.Action.REJECT_INTERACTION;
import static io.patchbay.model.Action.RETRIEVE_CALL;
import static io.patchbay.model.Action.SEND_DTMF;
import static io.patchbay.model.Action.SET_DISPOSITION;
import static io.patchbay.model.Action.SET_INTERACTION_DATA;
import static io.patchbay.model.Action.SINGLE_STEP_CONFERENCE;
import static io.patchbay.model.Action.SINGLE_STEP_TRANSFER;
import static io.patchbay.model.Action.START_RECORDING;
import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.anaDials;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.offeredCall;
import static io.patchbay.rules.interaction.Cast.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Action;
import io.patchbay.model.Interaction;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.VoiceCommand.Hold;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InteractionActionsTest {

    @Test
    void an_offer_is_taken_or_given_back() {
        offeredCall().and(i -> shows(i, Set.of(ACCEPT_INTERACTION, REJECT_INTERACTION, SET_INTERACTION_DATA),
                Set.of(ANSWER_CALL, CLEAR_CONNECTION)));
    }

    @Test
    void who_dials_can_stop_dialling_and_note() {
        story().givenDone(anaDials(TO_BEN)).and(i -> shows(i, Set.of(SET_INTERACTION_DATA), Set.of(CLEAR_CONNECTION)));
    }

    @Test
    void who_talks_can_hold_and_note() {
        answeredCall().and(i -> shows(i, Set.of(SET_INTERACTION_DATA, SET_DISPOSITION, CONSULTATION_CALL, START_RECORDING),
                Set.of(HOLD_CALL, CLEAR_CONNECTION, END_CALL, MUTE_CALL, SEND_DTMF, SINGLE_STEP_TRANSFER, SINGLE_STEP_CONFERENCE)));
    }

    @Test
    void who_holds_can_retrieve() {
        answeredCall().when(new Hold(ANA, CALL))
                .and(i -> shows(i, Set.of(SET_INTERACTION_DATA, SET_DISPOSITION, CONSULTATION_CALL, START_RECORDING),
                        Set.of(RETRIEVE_CALL, CLEAR_CONNECTION, END_CALL)));
    }

    @Test
    void what_is_over_is_noted_disposed_of_and_completed() {
        answeredCall().when(Cast.mobile(PlatformCommand.FarEndActs.Action.HANG_UP)).and(i ->
                assertThat(InteractionActions.allowed(i, ANA)).isEqualTo(new InteractionActions.Allowed(
                        Set.of(SET_INTERACTION_DATA, SET_DISPOSITION, COMPLETE_INTERACTION), Map.of())));
    }

    @Test
    void who_does_not_have_it_can_do_nothing() {
        offeredCall().and(i ->
                assertThat(InteractionActions.allowed(i, BEN)).isEqualTo(new InteractionActions.Allowed(Set.of(), Map.of())));
    }

    private static void shows(Interaction state, Set<Action> interaction, Set<Action> call) {
        assertThat(InteractionActions.allowed(state, ANA)).isEqualTo(new InteractionActions.Allowed(interaction, Map.of(CALL, call)));
    }
}
