package io.patchbay.rules.interaction;

import static io.patchbay.rules.Scenario.second;
import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.BENS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CALLER;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.mobile;
import static io.patchbay.rules.interaction.Cast.ring;
import static io.patchbay.rules.interaction.ChatCast.PAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.MessagingCommand.ConferenceInContact;
import io.patchbay.model.Participant;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.TwoCallCommand.ConferenceCall;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.rules.Scenario;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static Call call(Interaction state) {
        return state.call(CALL).orElseThrow();
    }

    private static void is(Connection leg, int started, int since) {
        assertThat(leg.startedAt()).contains(second(started));
        assertThat(leg.since()).contains(second(since));
    }

    @Test
    void a_leg_knows_since_when_it_is_in_its_state() {
        answeredCall().and(i -> is(call(i).connection(CALLER).orElseThrow(), 1, 1)).and(i -> is(call(i).of(ANA).orElseThrow(), 2, 3))
                .when(new Hold(ANA, CALL)).and(i -> is(call(i).of(ANA).orElseThrow(), 2, 4))
                .when(new Retrieve(ANA, CALL)).and(i -> is(call(i).of(ANA).orElseThrow(), 2, 5))
                .when(new MuteCall(ANA, CALL)).and(i -> is(call(i).of(ANA).orElseThrow(), 2, 5));
    }

    @Test
    void a_call_knows_when_it_began_and_since_when_its_legs_are_what_they_are() {
        answeredCall().and(i -> assertThat(call(i).startedAt()).contains(second(1)))
                .and(i -> assertThat(call(i).since()).contains(second(3)))
                .when(new Hold(ANA, CALL)).and(i -> assertThat(call(i).since()).contains(second(4)))
                .and(i -> assertThat(call(i).startedAt()).contains(second(1)));
    }

    @Test
    void a_leg_that_goes_to_another_call_keeps_its_times() {
        answeredCall().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_BEN), ring(BEN, BENS, X5002),
                        new Answer(BEN, Ids.call(Scenario.id(4))))
                .when(new ConferenceCall(ANA)).accepted()
                .and(i -> is(call(i).of(BEN).orElseThrow(), 4, 6));
    }

    @Test
    void an_interaction_knows_when_it_began_and_when_it_ended() {
        answeredCall().and(i -> assertThat(i.startedAt()).contains(second(1))).and(i -> assertThat(i.since()).contains(second(1)))
                .when(mobile(Action.HANG_UP)).accepted().and(i -> assertThat(i.since()).contains(second(4)))
                .and(i -> assertThat(i.startedAt()).contains(second(1)));
    }

    @Test
    void a_participant_knows_when_it_joined_and_since_when_it_is_seen() {
        ChatCast.consultingChat().and(i -> assertThat(i.messaging().customer().orElseThrow().id()).isEqualTo(PAT))
                .and(i -> assertThat(i.messaging().customer().flatMap(Participant::startedAt)).contains(second(1)))
                .and(i -> assertThat(i.messaging().of(BEN).flatMap(Participant::since)).contains(second(6)))
                .when(new ConferenceInContact(ANA)).accepted()
                .and(i -> assertThat(i.messaging().of(BEN).flatMap(Participant::startedAt)).contains(second(6)))
                .and(i -> assertThat(i.messaging().of(BEN).flatMap(Participant::since)).contains(second(7)));
    }

    private static void waitsSince(Interaction state, boolean waiting, int second) {
        assertThat(state.queue().map(Interaction.Queueing::waiting)).contains(waiting);
        assertThat(state.queue().flatMap(Interaction.Queueing::since)).contains(second(second));
    }

    @Test
    void a_contact_in_a_queue_knows_since_when_it_waits_beside_when_it_arrived() {
        answeredCall().and(i -> waitsSince(i, false, 2)).and(i -> assertThat(i.queue().orElseThrow().arrivedAt()).isEqualTo(second(1)))
                .when(new MuteCall(ANA, CALL)).accepted().and(i -> waitsSince(i, false, 2));
        Cast.offeredCall().and(i -> waitsSince(i, false, 2))
                .when(new ClearConnection(ANA, CALL)).accepted().and(i -> waitsSince(i, true, 3))
                .and(i -> assertThat(i.queue().orElseThrow().arrivedAt()).isEqualTo(second(1)));
    }

    @Test
    void times_are_to_the_millisecond_as_events_are_told() {
        Interaction begun = new Times(Interaction.NEW, Instant.ofEpochSecond(1, 2_345_678)).of(Interaction.NEW);

        assertThat(begun.startedAt()).contains(Instant.ofEpochSecond(1, 2_000_000));
    }
}
