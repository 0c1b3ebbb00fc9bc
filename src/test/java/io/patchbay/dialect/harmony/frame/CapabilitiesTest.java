package io.patchbay.dialect.harmony.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.harmony.request.HarmonyCommands;
import io.patchbay.model.Action;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilitiesTest {
    private final CapabilitiesTold told = new CapabilitiesTold("S");

    @Test
    void the_first_list_of_an_object_is_everything_enabled() {
        assertThat(told.delta("x", EnumSet.of(Action.HOLD_CALL, Action.ANSWER_CALL))).hasToString("""
            [{"name":"conversation.answer","type":"enable"},{"name":"conversation.hold","type":"enable"}]""");
    }

    @Test
    void later_lists_are_what_changed() {
        told.delta("x", EnumSet.of(Action.HOLD_CALL, Action.CLEAR_CONNECTION));
        assertThat(told.delta("x", EnumSet.of(Action.RETRIEVE_CALL, Action.CLEAR_CONNECTION))).hasToString("""
            [{"name":"conversation.retrieve","type":"enable"},{"name":"conversation.hold","type":"disable"}]""");
    }

    @Test
    void the_first_list_of_a_session_disables_the_login() {
        assertThat(told.delta("S", EnumSet.of(Action.END_SESSION))).hasToString("""
            [{"name":"session.logout","type":"enable"},{"name":"session.login","type":"disable"}]""");
    }

    @Test
    void a_forgotten_object_starts_with_a_full_list() {
        told.delta("x", EnumSet.of(Action.HOLD_CALL));
        told.forget("x");
        assertThat(told.delta("x", EnumSet.of(Action.HOLD_CALL))).hasSize(1);
    }

    @Test
    void a_documented_update_is_sent_without_a_change_and_one_of_ours_is_not() {
        assertThat(HarmonyFrame.stateUpdated("x", Set.of()).written(told)).isPresent();
        assertThat(HarmonyFrame.addedStateUpdated("x", Set.of()).written(told)).isEmpty();
        assertThat(HarmonyFrame.addedStateUpdated("x", Set.of(Action.HOLD_CALL)).written(told)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void every_capability_but_the_login_is_the_older_name_of_a_request(Action action) {
        Optional<String> name = HarmonyCapabilities.name(action);
        if (name.isPresent() && action != Action.START_SESSION) {
            assertThat(HarmonyCommands.find(name.get())).isPresent();
        }
    }
}
