package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.ANAS;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.BENS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CALLED;
import static io.patchbay.rules.interaction.Cast.CALLER;
import static io.patchbay.rules.interaction.Cast.MOBILE;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.anaDials;
import static io.patchbay.rules.interaction.Cast.mobile;
import static io.patchbay.rules.interaction.Cast.offer;
import static io.patchbay.rules.interaction.Cast.outside;
import static io.patchbay.rules.interaction.Cast.ring;
import static io.patchbay.rules.interaction.Cast.ringingColleague;
import static io.patchbay.rules.interaction.Cast.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand.Engage;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Call.Purpose;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.CallEvent.Established.Form;
import io.patchbay.model.CallEvent.Failed;
import io.patchbay.model.CallEvent.Originated;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Created;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiallingTest {

    private static final OfferDeadline FAR_END_ACTS = new OfferDeadline("far:" + CALLED);

    @Test
    void dialling_a_colleague_begins_a_call_and_asks_for_its_slot() {
        Connection ana = new Connection(CALLER, X5001, Role.AGENT, Optional.of(ANA), Optional.empty(), State.INITIATED);
        Connection ben = new Connection(CALLED, X5002, Role.AGENT, Optional.of(BEN), Optional.empty(), State.INITIATED);
        Member by = new Member(ANA, ANAS, Member.Phase.ACTIVE, Optional.of(CALL));

        story().when(anaDials(TO_BEN))
                .then(new Created(Medium.VOICE, Direction.INTERNAL, Map.of("ANI", "5001", "DNIS", "5002"), TERMS),
                        new Originated(CALL, Purpose.PRIMARY, X5001, X5002, List.of(ana, ben), Optional.of(by)))
                .asks(FollowUp.to(Subject.of(BEN), new Reserve(BEN, SELF, Medium.VOICE, Optional.empty(), false, Optional.of(X5002)),
                        new ReserveRefused(BEN, Cause.UNAVAILABLE)));
    }

    @Test
    void both_are_connected_when_the_colleague_answers_and_the_dialling_agent_keeps_owning_it() {
        ringingColleague().when(new Answer(BEN, CALL))
                .then(new Established(CALL, CALLED, X5002, Optional.of(BEN), Form.ANSWERED))
                .asks(Subject.of(BEN), new Engage(SELF, BENS))
                .and(i -> assertThat(i.call(CALL).orElseThrow().in(State.CONNECTED)).hasSize(2))
                .and(i -> assertThat(i.owner()).contains(ANA));
    }

    @Test
    void a_colleague_without_a_slot_leaves_the_caller_with_an_ended_interaction() {
        story().givenDone(anaDials(TO_BEN)).when(new ReserveRefused(BEN, Cause.UNAVAILABLE))
                .then(new Failed(CALL, CALLED, X5002, Optional.of(BEN), Cause.UNAVAILABLE),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.UNAVAILABLE),
                        new Ended(Cause.UNAVAILABLE))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true))
                .and(i -> assertThat(i.member(ANA)).get().extracting(Member::phase).isEqualTo(Member.Phase.ENDED));
    }

    @Test
    void a_slot_refused_late_is_not_ours() {
        ringingColleague().when(new ReserveRefused(BEN, Cause.BUSY)).refusedWith(Reason.NOT_MINE);
        ringingColleague().when(new ReserveRefused(ANA, Cause.BUSY)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void ones_own_extension_is_busy() {
        story().when(anaDials(TO_ANA)).accepted()
                .and(i -> assertThat(i.calls()).isEmpty())
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void an_invalid_number_is_accepted_and_fails_in_the_same_step() {
        var story = story().when(anaDials(outside(FarEnd.Kind.INVALID)));

        assertThat(story.events().subList(2, 5)).isEqualTo(List.of(
                new Failed(CALL, CALLED, MOBILE, Optional.empty(), Cause.INVALID),
                new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.INVALID),
                new Ended(Cause.INVALID)));
        story.asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void an_outside_party_answers_after_its_delay() {
        story().givenDone(anaDials(outside(FarEnd.Kind.ANSWERS)))
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEqualTo(Map.of(FAR_END_ACTS.id(), Duration.ofMillis(200))))
                .when(FAR_END_ACTS)
                .then(new Established(CALL, CALLED, MOBILE, Optional.empty(), Form.FAR_END))
                .asksNothing()
                .and(i -> assertThat(i.call(CALL).orElseThrow().of(ANA).orElseThrow().state()).isEqualTo(State.CONNECTED))
                .and(i -> assertThat(i.direction()).isEqualTo(Direction.OUTBOUND))
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEmpty())
                .when(FAR_END_ACTS).refusedWith(Reason.NOT_MINE);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "NO_ANSWER, NO_ANSWER"})
    void an_outside_party_that_is_not_reached_clears_its_caller(FarEnd.Kind kind, Cause cause) {
        story().givenDone(anaDials(outside(kind))).when(FAR_END_ACTS)
                .then(new Failed(CALL, CALLED, MOBILE, Optional.empty(), cause),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), cause),
                        new Ended(cause))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void a_party_of_a_manual_number_waits_for_the_platform() {
        story().givenDone(anaDials(outside(FarEnd.Kind.MANUAL)))
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEmpty())
                .when(mobile(Action.ANSWER)).then(new Established(CALL, CALLED, MOBILE, Optional.empty(), Form.FAR_END))
                .when(mobile(Action.ANSWER)).refusedWith(Reason.WRONG_STATE)
                .when(mobile(Action.REJECT)).refusedWith(Reason.WRONG_STATE);
    }

    @ParameterizedTest
    @CsvSource({"REJECT", "HANG_UP"})
    void an_outside_party_that_does_not_want_the_call_rejects_it(Action action) {
        story().givenDone(anaDials(outside(FarEnd.Kind.MANUAL))).when(mobile(action))
                .then(new Failed(CALL, CALLED, MOBILE, Optional.empty(), Cause.REJECTED),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.REJECTED),
                        new Ended(Cause.REJECTED));
    }

    @Test
    void only_a_party_of_a_manual_number_acts_by_hand() {
        story().givenDone(anaDials(outside(FarEnd.Kind.ANSWERS)))
                .when(mobile(Action.ANSWER)).refusedWith(Reason.WRONG_STATE)
                .when(mobile(Action.REJECT)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void an_agent_that_dials_a_queue_waits_there_like_a_customer() {
        story().when(anaDials(TO_SALES)).accepted()
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.VOICE, Scenario.second(1), true, TERMS, CALLED))
                .and(i -> assertThat(i.direction()).isEqualTo(Direction.INTERNAL))
                .when(offer(BEN, BENS, X5002)).accepted()
                .when(new Answer(BEN, CALL)).accepted()
                .asks(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.TAKEN)), FollowUp.to(Subject.of(BEN), new Engage(SELF, BENS)))
                .and(i -> assertThat(i.call(CALL).orElseThrow().in(State.CONNECTED)).hasSize(2));
    }

    @Test
    void a_queue_hears_that_its_caller_gave_up_before_the_caller_is_idle() {
        story().givenDone(anaDials(TO_SALES)).when(new ClearConnection(ANA, CALL)).accepted()
                .asks(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED)),
                        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, true)));
    }

    @Test
    void an_interaction_begins_once() {
        ringingColleague().when(anaDials(TO_BEN)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void an_agent_that_dials_rings_nobody_by_its_own_leg() {
        story().givenDone(anaDials(TO_BEN)).when(ring(ANA, ANAS, X5001)).refusedWith(Reason.NOT_MINE);
    }
}
