package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.ANAS;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.BENS;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CALLED;
import static io.patchbay.rules.interaction.Cast.CALLER;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.offer;
import static io.patchbay.rules.interaction.Cast.offered;
import static io.patchbay.rules.interaction.Cast.offeredCall;
import static io.patchbay.rules.interaction.Cast.queuedCall;
import static io.patchbay.rules.interaction.Cast.ring;
import static io.patchbay.rules.interaction.Cast.ringingColleague;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand.Engage;
import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.CallEvent.Delivered;
import io.patchbay.model.CallEvent.Established;
import io.patchbay.model.CallEvent.Established.Form;
import io.patchbay.model.Cause;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.Destination;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final FollowUp[] GIVEN_BACK = {
        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, false)), FollowUp.to(Subject.of(SALES), new GiveBack(SELF, ANA, CALLED))};

    @Test
    void a_waiting_contact_alerts_the_agent_that_reserved_a_slot() {
        Connection leg = new Connection(offered(2), X5001, Role.AGENT, Optional.of(ANA), Optional.empty(), State.ALERTING);

        queuedCall().when(offer(ANA, ANAS, X5001))
                .then(new Delivered(CALL, leg, Optional.of(ANA), Optional.of(ANAS), Optional.of(SALES)))
                .asksNothing()
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isFalse())
                .and(i -> assertThat(i.member(ANA)).contains(new Member(ANA, ANAS, Member.Phase.OFFERED, Optional.of(CALL))))
                .and(i -> assertThat(i.owner()).isEmpty())
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEqualTo(Map.of("offer:" + offered(2), Duration.ofSeconds(30))));
    }

    @Test
    void a_contact_is_offered_to_one_agent_at_a_time() {
        offeredCall().when(offer(BEN, BENS, X5002)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void an_offer_of_another_queue_or_of_none_is_not_ours() {
        queuedCall().when(new Alert(ANA, ANAS, X5001, Optional.of(new QueuePlace(new QueueName("support"), CALLED))))
                .refusedWith(Reason.NOT_MINE);
        queuedCall().when(ring(ANA, ANAS, X5001)).refusedWith(Reason.NOT_MINE);
        Cast.story().when(offer(ANA, ANAS, X5001)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void answering_takes_the_contact_from_its_queue() {
        offeredCall().when(new Answer(ANA, CALL))
                .then(new Established(CALL, offered(2), X5001, Optional.of(ANA), Form.ANSWERED))
                .asks(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.TAKEN)), FollowUp.to(Subject.of(ANA), new Engage(SELF, ANAS)))
                .and(i -> assertThat(i.call(CALL).orElseThrow().connections()).hasSize(2).allMatch(c -> c.is(State.CONNECTED)))
                .and(i -> assertThat(i.member(ANA)).contains(new Member(ANA, ANAS, Member.Phase.ACTIVE, Optional.of(CALL))))
                .and(i -> assertThat(i.owner()).contains(ANA))
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEmpty());
    }

    @Test
    void accepting_a_call_answers_it() {
        offeredCall().when(new Accept(ANA)).then(new Established(CALL, offered(2), X5001, Optional.of(ANA), Form.ACCEPTED));
    }

    @Test
    void an_earlier_part_in_it_is_completed_when_it_alerts_again() {
        Destination sales = Cast.TO_SALES;
        PartyId place = Ids.party(Scenario.id(4), "called");
        Alert again = new Alert(ANA, ANAS, X5001, Optional.of(new QueuePlace(SALES, place)));

        Cast.answeredCall().givenDone(new SingleStepTransfer(ANA, CALL, sales))
                .and(i -> assertThat(i.member(ANA).orElseThrow().phase()).isEqualTo(Member.Phase.ENDED))
                .when(again).and(i -> assertThat(i.member(ANA).orElseThrow().phase()).isEqualTo(Member.Phase.OFFERED))
                .asks(Subject.of(ANA), new Forget(SELF, ANAS));
    }

    @Test
    void a_rejected_contact_waits_again_for_the_next_agent() {
        offeredCall().when(new Reject(ANA))
                .then(new Rejected(ANA, Optional.of(CALL), Optional.of(offered(2))), new Requeued(SALES, Optional.of(ANA)))
                .asks(GIVEN_BACK)
                .and(OfferTest::waitsWithoutAna)
                .when(offer(BEN, BENS, X5002)).accepted();
    }

    @Test
    void releasing_an_alerting_call_gives_the_contact_back() {
        offeredCall().when(new ClearConnection(ANA, CALL))
                .then(new ConnectionCleared(CALL, offered(2), X5001, Optional.of(ANA), Cause.RELEASED),
                        new Requeued(SALES, Optional.of(ANA)))
                .asks(GIVEN_BACK)
                .and(OfferTest::waitsWithoutAna);
    }

    @Test
    void an_offer_let_pass_gives_the_contact_back() {
        offeredCall().when(new OfferDeadline("offer:" + offered(2)))
                .then(new OfferExpired(ANA, Optional.of(CALL), Optional.of(offered(2))), new Requeued(SALES, Optional.of(ANA)))
                .asks(GIVEN_BACK)
                .and(OfferTest::waitsWithoutAna);
    }

    @Test
    void an_offer_answered_in_time_does_not_expire() {
        Cast.answeredCall().when(new OfferDeadline("offer:" + offered(2))).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void a_direct_call_rejected_fails_towards_its_caller() {
        ringingColleague().when(new Reject(BEN))
                .then(new Rejected(BEN, Optional.of(CALL), Optional.of(CALLED)),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.REJECTED), new Ended(Cause.REJECTED))
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS, false)),
                        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, true)));
    }

    @Test
    void a_direct_call_let_pass_is_not_answered() {
        ringingColleague().when(new OfferDeadline("offer:" + CALLED))
                .then(new OfferExpired(BEN, Optional.of(CALL), Optional.of(CALLED)),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.NO_ANSWER), new Ended(Cause.NO_ANSWER));
    }

    @Test
    void a_direct_call_released_while_alerting_is_rejected_for_its_caller() {
        ringingColleague().when(new ClearConnection(BEN, CALL))
                .then(new ConnectionCleared(CALL, CALLED, X5002, Optional.of(BEN), Cause.RELEASED),
                        new ConnectionCleared(CALL, CALLER, X5001, Optional.of(ANA), Cause.REJECTED), new Ended(Cause.REJECTED));
    }

    private static void waitsWithoutAna(Interaction i) {
        assertThat(i.queue().orElseThrow().waiting()).isTrue();
        assertThat(i.member(ANA)).as("an offer is never owned").isEmpty();
        assertThat(new InteractionRules().deadlines(i)).isEmpty();
    }
}
