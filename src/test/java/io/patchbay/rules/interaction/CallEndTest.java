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
import static io.patchbay.rules.interaction.Cast.SALES_NUMBER;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.anaDials;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.customerCalls;
import static io.patchbay.rules.interaction.Cast.mobile;
import static io.patchbay.rules.interaction.Cast.offered;
import static io.patchbay.rules.interaction.Cast.offeredCall;
import static io.patchbay.rules.interaction.Cast.queuedCall;
import static io.patchbay.rules.interaction.Cast.ring;
import static io.patchbay.rules.interaction.Cast.ringingColleague;
import static io.patchbay.rules.interaction.Cast.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.PartyCommand.SingleStepConference;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.EndCall;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.rules.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallEndTest {

    private static final FollowUp LEAVE = FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED));

    @Test
    void an_agent_that_releases_a_two_party_call_clears_the_customer_too() {
        answeredCall().when(new ClearConnection(ANA, CALL))
                .then(agent(ANA, offered(2), X5001, Cause.RELEASED), other(CALLER, MOBILE, Cause.REMOTE), new Ended(Cause.RELEASED))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true))
                .and(i -> assertThat(i.member(ANA)).get().extracting(Member::phase).isEqualTo(Member.Phase.ENDED));
    }

    @Test
    void a_customer_that_hangs_up_clears_even_an_agent_that_holds() {
        answeredCall().when(new Hold(ANA, CALL)).when(mobile(Action.HANG_UP))
                .then(other(CALLER, MOBILE, Cause.REMOTE), agent(ANA, offered(2), X5001, Cause.REMOTE), new Ended(Cause.REMOTE))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void a_customer_that_gives_up_waiting_abandons_the_queue() {
        queuedCall().when(mobile(Action.HANG_UP))
                .then(other(CALLER, MOBILE, Cause.ABANDONED), other(CALLED, SALES_NUMBER, Cause.ABANDONED), new Ended(Cause.ABANDONED))
                .asks(LEAVE)
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isFalse())
                .and(i -> assertThat(new InteractionRules().retention(i)).contains(TERMS.retention()));
    }

    @Test
    void a_customer_that_gives_up_while_an_agent_is_alerted_takes_the_offer_away() {
        offeredCall().when(mobile(Action.HANG_UP))
                .then(other(CALLER, MOBILE, Cause.ABANDONED), other(CALLED, SALES_NUMBER, Cause.ABANDONED),
                        agent(ANA, offered(2), X5001, Cause.ABANDONED), new Ended(Cause.ABANDONED))
                .asks(LEAVE, FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, false)))
                .and(i -> assertThat(i.members()).isEmpty());
    }

    @Test
    void a_slot_that_was_being_reserved_when_the_caller_gave_up_is_not_ours() {
        story().givenDone(customerCalls(TO_ANA)).when(mobile(Action.HANG_UP))
                .then(other(CALLER, MOBILE, Cause.ABANDONED), agent(ANA, CALLED, X5001, Cause.ABANDONED), new Ended(Cause.ABANDONED))
                .asksNothing()
                .when(ring(ANA, ANAS, X5001)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void a_caller_that_gives_up_abandons_the_colleague_it_rings() {
        ringingColleague().when(new ClearConnection(ANA, CALL))
                .then(agent(ANA, CALLER, X5001, Cause.RELEASED), agent(BEN, CALLED, X5002, Cause.ABANDONED), new Ended(Cause.RELEASED))
                .asks(FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, true)),
                        FollowUp.to(Subject.of(BEN), new Release(SELF, BENS, false)));
    }

    @Test
    void a_colleague_that_releases_leaves_both_with_an_ended_interaction() {
        ringingColleague().when(new Answer(BEN, CALL)).when(new ClearConnection(BEN, CALL))
                .then(agent(BEN, CALLED, X5002, Cause.RELEASED), agent(ANA, CALLER, X5001, Cause.REMOTE), new Ended(Cause.RELEASED))
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS, true)),
                        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, true)));
    }

    @Test
    void a_party_that_is_not_of_the_outside_world_cannot_be_made_to_act() {
        answeredCall().when(new FarEndActs(CALL, X5001, Action.HANG_UP)).refusedWith(Reason.UNKNOWN)
                .when(new FarEndActs(CALL, SALES_NUMBER, Action.HANG_UP)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void a_finished_interaction_stays_until_the_last_agent_completes_it() {
        answeredCall().when(mobile(Action.HANG_UP))
                .and(i -> assertThat(new InteractionRules().retention(i)).isEmpty())
                .when(new Complete(ANA)).then(new Completed(ANA, false))
                .asks(Subject.of(ANA), new Forget(SELF, ANAS))
                .and(i -> assertThat(new InteractionRules().retention(i)).contains(TERMS.retention()))
                .when(new Complete(ANA)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void an_agent_that_signs_out_of_a_call_leaves_it_and_nobody_tells_it() {
        answeredCall().when(new AgentLeft(ANA, Cause.LOGOUT))
                .then(agent(ANA, offered(2), X5001, Cause.LOGOUT), other(CALLER, MOBILE, Cause.REMOTE), new Ended(Cause.LOGOUT),
                        new Completed(ANA, true))
                .asksNothing()
                .and(i -> assertThat(i.members()).isEmpty());
    }

    @Test
    void an_agent_that_signs_out_while_alerted_gives_the_contact_back() {
        offeredCall().when(new AgentLeft(ANA, Cause.LOGOUT))
                .then(agent(ANA, offered(2), X5001, Cause.LOGOUT), new Requeued(SALES, Optional.of(ANA)))
                .asks(Subject.of(SALES), new GiveBack(SELF, ANA, CALLED));
    }

    @Test
    void a_colleague_that_signs_out_while_it_is_rung_rejects() {
        ringingColleague().when(new AgentLeft(BEN, Cause.LOGOUT))
                .then(agent(BEN, CALLED, X5002, Cause.LOGOUT), agent(ANA, CALLER, X5001, Cause.REJECTED), new Ended(Cause.REJECTED))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, true));
    }

    @Test
    void an_agent_that_signs_out_keeps_nothing_it_has_not_completed() {
        answeredCall().when(mobile(Action.HANG_UP)).when(new AgentLeft(ANA, Cause.LOGOUT))
                .then(new Completed(ANA, true)).asksNothing()
                .when(new AgentLeft(ANA, Cause.LOGOUT)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void a_call_being_reserved_for_ends_with_its_caller() {
        story().givenDone(anaDials(TO_BEN)).when(new AgentLeft(ANA, Cause.LOGOUT)).accepted().asksNothing()
                .and(i -> assertThat(i.calls()).isEmpty());
    }

    private static ConnectionCleared agent(AgentId agent, PartyId leg, Address at, Cause cause) {
        return new ConnectionCleared(CALL, leg, at, Optional.of(agent), cause);
    }

    private static ConnectionCleared other(PartyId leg, Address at, Cause cause) {
        return new ConnectionCleared(CALL, leg, at, Optional.empty(), cause);
    }

    @Test
    void an_agent_ends_the_call_for_everybody() {
        PartyId ben = Ids.party(Scenario.id(4), "called");
        PartyId caro = Ids.party(Scenario.id(7), "called");
        answeredCall().givenDone(new SingleStepConference(ANA, CALL, TO_BEN), Cast.ring(BEN, BENS, X5002), new Answer(BEN, CALL),
                        new SingleStepConference(ANA, CALL, Cast.TO_CARO))
                .when(new EndCall(BEN, CALL))
                .then(new ConnectionCleared(CALL, ben, X5002, Optional.of(BEN), Cause.RELEASED, true),
                        new ConnectionCleared(CALL, CALLER, MOBILE, Optional.empty(), Cause.REMOTE, true),
                        new ConnectionCleared(CALL, offered(2), X5001, Optional.of(ANA), Cause.REMOTE, true),
                        new ConnectionCleared(CALL, caro, new Address("5003"), Optional.of(Cast.CARO), Cause.ABANDONED, true),
                        new Ended(Cause.RELEASED))
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS, true)),
                        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, true)));
    }

    @Test
    void a_call_beside_the_one_ended_goes_on() {
        answeredCall().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_BEN), Cast.ring(BEN, BENS, X5002),
                        new Answer(BEN, Ids.call(Scenario.id(4))))
                .when(new EndCall(ANA, Ids.call(Scenario.id(4)))).accepted()
                .and(i -> assertThat(i.calls()).extracting(Call::id).containsExactly(CALL))
                .and(i -> assertThat(i.isLive()).isTrue());
    }
}
