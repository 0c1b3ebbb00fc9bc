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
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.X5001;
import static io.patchbay.rules.interaction.Cast.X5002;
import static io.patchbay.rules.interaction.Cast.offeredCall;
import static io.patchbay.rules.interaction.Cast.story;
import static io.patchbay.rules.interaction.ChatCast.ANAS_CHATS;
import static io.patchbay.rules.interaction.ChatCast.BENS_CHATS;
import static io.patchbay.rules.interaction.ChatCast.PLACE;
import static io.patchbay.rules.interaction.ChatCast.asked;
import static io.patchbay.rules.interaction.ChatCast.called;
import static io.patchbay.rules.interaction.ChatCast.chat;
import static io.patchbay.rules.interaction.ChatCast.found;
import static io.patchbay.rules.interaction.ChatCast.offeredChat;
import static io.patchbay.rules.interaction.ChatCast.place;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.Call;
import io.patchbay.model.CallEvent.ConnectionCleared;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.MessagingCommand.ConsultInContact;
import io.patchbay.model.MessagingEvent.Closed;
import io.patchbay.model.MessagingEvent.InvitationFailed;
import io.patchbay.model.OfferCommand.AgentAbsent;
import io.patchbay.model.QueueCommand.QueueReserveRefused;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand.ConsultationCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An offer whose agent has no client any more. */
class AbsentAgentTest {

    @Test
    void a_call_goes_back_to_its_queue_and_its_agent_did_not_let_it_pass() {
        offeredCall().when(new AgentAbsent(ANA))
                .then(new ConnectionCleared(CALL, Cast.offered(2), X5001, Optional.of(ANA), Cause.UNAVAILABLE),
                        new Requeued(SALES, Optional.of(ANA), true))
                .asks(FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS, false)),
                        FollowUp.to(Subject.of(SALES), new QueueReserveRefused(SELF, ANA, CALLED)))
                .and(i -> assertThat(i.member(ANA)).isEmpty())
                .when(Cast.offer(BEN, BENS, X5002)).accepted();
    }

    @Test
    void a_direct_call_fails_as_unavailable() {
        story().givenDone(Cast.customerCalls(TO_ANA), Cast.ring(ANA, ANAS, X5001)).when(new AgentAbsent(ANA))
                .then(new ConnectionCleared(CALL, CALLED, X5001, Optional.of(ANA), Cause.UNAVAILABLE),
                        new ConnectionCleared(CALL, CALLER, MOBILE, Optional.empty(), Cause.UNAVAILABLE), new Ended(Cause.UNAVAILABLE))
                .asks(Subject.of(ANA), new Release(SELF, ANAS, false));
    }

    @Test
    void a_consultation_fails_and_the_customer_stays() {
        Cast.answeredCall().givenDone(new ConsultationCall(ANA, Call.ConsultFor.EITHER, TO_BEN), Cast.ring(BEN, BENS, X5002))
                .when(new AgentAbsent(BEN)).accepted()
                .and(i -> assertThat(i.calls()).singleElement().satisfies(call -> assertThat(call.id()).isEqualTo(CALL)))
                .and(i -> assertThat(i.member(BEN)).isEmpty());
    }

    @Test
    void what_the_agent_took_in_time_is_the_agents() {
        Cast.answeredCall().when(new AgentAbsent(ANA)).refusedWith(Reason.NOT_MINE);
        servedChat().when(new AgentAbsent(ANA)).refusedWith(Reason.NOT_MINE);
        offeredCall().when(new AgentAbsent(BEN)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void a_chat_goes_back_to_its_queue() {
        offeredChat().when(new AgentAbsent(ANA))
                .then(new InvitationFailed(found(2), Purpose.SERVE, Optional.of(ANA), Optional.empty(), Cause.UNAVAILABLE),
                        new Requeued(SALES, Optional.of(ANA), true))
                .asks(FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS_CHATS, false)),
                        FollowUp.to(Subject.of(SALES), new QueueReserveRefused(SELF, ANA, PLACE)))
                .when(ChatCast.offer(BEN)).accepted();
    }

    @Test
    void a_chat_for_one_agent_only_is_over() {
        story().givenDone(chat(TO_ANA), asked(ANA)).when(new AgentAbsent(ANA))
                .then(new InvitationFailed(called(1), Purpose.SERVE, Optional.of(ANA), Optional.empty(), Cause.UNAVAILABLE),
                        new Closed(Cause.UNAVAILABLE), new Ended(Cause.UNAVAILABLE));
    }

    @Test
    void a_queue_that_was_asked_for_somebody_looks_on() {
        servedChat().givenDone(new ConsultInContact(ANA, TO_SALES), ChatCast.offer(BEN, place(4))).when(new AgentAbsent(BEN))
                .then(new OfferExpired(BEN, Optional.empty(), Optional.empty()), new Requeued(SALES, Optional.of(BEN), true))
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS_CHATS, false)),
                        FollowUp.to(Subject.of(SALES), new QueueReserveRefused(SELF, BEN, place(4))));
    }
}
