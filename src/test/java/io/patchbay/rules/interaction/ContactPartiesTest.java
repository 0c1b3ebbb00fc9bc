package io.patchbay.rules.interaction;

import static io.patchbay.rules.Scenario.second;
import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.CARO;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SALES_NUMBER;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_CARO;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.ChatCast.ANAS_CHATS;
import static io.patchbay.rules.interaction.ChatCast.BENS_CHATS;
import static io.patchbay.rules.interaction.ChatCast.NEXT_PLACE;
import static io.patchbay.rules.interaction.ChatCast.PAT;
import static io.patchbay.rules.interaction.ChatCast.asked;
import static io.patchbay.rules.interaction.ChatCast.called;
import static io.patchbay.rules.interaction.ChatCast.conferringChat;
import static io.patchbay.rules.interaction.ChatCast.consultingChat;
import static io.patchbay.rules.interaction.ChatCast.found;
import static io.patchbay.rules.interaction.ChatCast.offer;
import static io.patchbay.rules.interaction.ChatCast.place;
import static io.patchbay.rules.interaction.ChatCast.says;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.InteractionTransferred;
import io.patchbay.model.ContactEvent.Offered;
import io.patchbay.model.ContactEvent.OwnerChanged;
import io.patchbay.model.ContactEvent.Queued;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand.ConferenceInContact;
import io.patchbay.model.MessagingCommand.ConsultInContact;
import io.patchbay.model.MessagingCommand.InviteToContact;
import io.patchbay.model.MessagingCommand.LeaveContact;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.MessagingEvent.Closed;
import io.patchbay.model.MessagingEvent.InvitationFailed;
import io.patchbay.model.MessagingEvent.MessagePosted;
import io.patchbay.model.MessagingEvent.ParticipantLeft;
import io.patchbay.model.MessagingEvent.ParticipantLeft.Within;
import io.patchbay.model.MessagingEvent.VisibilityChanged;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.Participant;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A contact that is no call, with more than one agent (CHOREOGRAPHY D1). */
class ContactPartiesTest {

    @Test
    void who_is_consulted_is_asked_for_a_slot_and_offered_it_by_name() {
        servedChat().when(new ConsultInContact(ANA, TO_BEN)).asks(FollowUp.to(Subject.of(BEN),
                        new Reserve(BEN, SELF, Medium.CHAT, Optional.empty(), true), new ReserveRefused(BEN, Cause.UNAVAILABLE)))
                .when(asked(BEN)).then(new Offered(BEN, BENS_CHATS, called(4), Purpose.CONSULT, Optional.of(ANA), Optional.empty()))
                .when(new Accept(BEN)).and(i -> assertThat(i.messaging().of(BEN)).map(Participant::visibility).contains(Visibility.AGENTS))
                .and(i -> assertThat(i.owner()).contains(ANA));
    }

    @Test
    void who_is_consulted_writes_to_agents_only() {
        consultingChat().when(says(BEN, Visibility.ALL)).refusedWith(Reason.WRONG_STATE)
                .when(says(BEN, Visibility.AGENTS)).accepted()
                .when(new ConsultInContact(BEN, TO_CARO)).refusedWith(Reason.WRONG_STATE)
                .when(new TransferContact(BEN, TO_CARO)).refusedWith(Reason.WRONG_STATE);
        assertThat(consultingChat().when(says(ANA, Visibility.AGENTS)).events()).singleElement()
                .isInstanceOfSatisfying(MessagePosted.class, m -> assertThat(m.visibility()).isEqualTo(Visibility.AGENTS));
    }

    @Test
    void who_asked_learns_that_nothing_came_of_it() {
        InvitationFailed refused = new InvitationFailed(called(4), Purpose.CONSULT, Optional.of(BEN), Optional.of(ANA), Cause.REJECTED);
        servedChat().givenDone(new ConsultInContact(ANA, TO_BEN), asked(BEN)).when(new Reject(BEN))
                .then(new Rejected(BEN, Optional.empty(), Optional.empty()), refused)
                .asks(Subject.of(BEN), new Release(SELF, BENS_CHATS, false));
        servedChat().givenDone(new InviteToContact(ANA, TO_BEN)).when(new ReserveRefused(BEN, Cause.BUSY))
                .then(new InvitationFailed(called(4), Purpose.INVITE, Optional.of(BEN), Optional.of(ANA), Cause.BUSY)).asksNothing();
    }

    @Test
    void nobody_is_asked_who_is_there_or_outside() {
        consultingChat().when(new InviteToContact(ANA, TO_BEN)).refusedWith(Reason.WRONG_STATE)
                .when(new ConsultInContact(ANA, TO_ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new ConsultInContact(ANA, Cast.outside(FarEnd.Kind.ANSWERS))).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void an_offer_is_withdrawn_when_who_asked_leaves() {
        servedChat().givenDone(new ConsultInContact(ANA, TO_BEN), asked(BEN)).when(new Complete(ANA)).accepted()
                .and(i -> assertThat(i.member(BEN)).isEmpty());
        assertThat(servedChat().givenDone(new ConsultInContact(ANA, TO_BEN), asked(BEN)).when(new LeaveContact(ANA)).events())
                .startsWith(new InvitationFailed(called(4), Purpose.CONSULT, Optional.of(BEN), Optional.of(ANA), Cause.ABANDONED));
    }

    @Test
    void a_queue_that_is_consulted_looks_on_until_the_time_is_over() {
        servedChat().when(new ConsultInContact(ANA, TO_SALES))
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.CHAT, second(4), true, TERMS, place(4)))
                .when(offer(BEN, place(4)))
                .then(new Offered(BEN, BENS_CHATS, called(4), Purpose.CONSULT, Optional.of(ANA), Optional.of(SALES)))
                .when(new Reject(BEN)).then(new Rejected(BEN, Optional.empty(), Optional.empty()), new Requeued(SALES, Optional.of(BEN)))
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS_CHATS, false)),
                        FollowUp.to(Subject.of(SALES), new GiveBack(SELF, BEN, place(4))))
                .when(new OfferDeadline("asked:" + called(4)))
                .then(new InvitationFailed(called(4), Purpose.CONSULT, Optional.empty(), Optional.of(ANA), Cause.NO_ANSWER))
                .asks(Subject.of(SALES), new Leave(SELF, Exit.WITHDRAWN));
    }

    @Test
    void a_queue_that_is_consulted_offers_it_to_one_at_a_time_and_not_to_who_asks() {
        servedChat().givenDone(new ConsultInContact(ANA, TO_SALES)).when(offer(ANA, place(4))).refusedWith(Reason.NOT_MINE)
                .when(offer(BEN, place(4))).accepted()
                .when(offer(CARO, place(4))).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void a_consult_becomes_a_conference() {
        consultingChat().when(new ConferenceInContact(ANA))
                .then(new VisibilityChanged(4, called(4), Optional.of(BEN), Visibility.ALL, Optional.empty(), second(7)))
                .when(says(BEN, Visibility.ALL)).accepted()
                .when(new ConferenceInContact(ANA)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void who_is_consulted_gets_the_contact_without_being_asked_again() {
        consultingChat().when(new TransferContact(ANA, TO_BEN))
                .then(new VisibilityChanged(4, called(4), Optional.of(BEN), Visibility.ALL, Optional.of(ANA), second(7)),
                        new InteractionTransferred(ANA, Optional.of(BEN), Optional.empty()),
                        new ParticipantLeft(5, found(2), Optional.of(ANA), Visibility.ALL, Cause.TRANSFERRED, Within.SUCCESSION, second(7)))
                .asks(Subject.of(ANA), new Release(SELF, ANAS_CHATS, true))
                .and(i -> assertThat(i.owner()).contains(BEN));
    }

    @Test
    void a_transfer_to_somebody_new_is_offered_while_the_customer_waits() {
        servedChat().when(new TransferContact(ANA, TO_BEN)).accepted()
                .and(i -> assertThat(i.messaging().agents(Visibility.ALL)).isEmpty())
                .and(i -> assertThat(i.owner()).isEmpty())
                .when(asked(BEN)).accepted()
                .when(new Accept(BEN)).accepted()
                .and(i -> assertThat(i.owner()).contains(BEN))
                .when(new Complete(ANA)).accepted();
    }

    @Test
    void a_transfer_that_is_refused_goes_back_to_the_queue_with_its_time() {
        servedChat().givenDone(new TransferContact(ANA, TO_BEN), asked(BEN)).when(new Reject(BEN))
                .then(new Rejected(BEN, Optional.empty(), Optional.empty()), new Requeued(SALES, Optional.empty()))
                .asks(FollowUp.to(Subject.of(BEN), new Release(SELF, BENS_CHATS, false)),
                        FollowUp.to(Subject.of(SALES), new Enqueue(SELF, Medium.CHAT, second(1), true, TERMS, NEXT_PLACE)));
    }

    @Test
    void a_transfer_to_a_queue_waits_there_and_whom_it_consults_leaves_too() {
        consultingChat().when(new TransferContact(ANA, TO_SALES))
                .then(new InteractionTransferred(ANA, Optional.empty(), Optional.of(SALES)),
                        new Queued(SALES, SALES_NUMBER, true, second(7), place(7)),
                        new ParticipantLeft(4, found(2), Optional.of(ANA), Visibility.ALL, Cause.TRANSFERRED, Within.ITSELF, second(7)),
                        new ParticipantLeft(5, called(4), Optional.of(BEN), Visibility.AGENTS, Cause.TRANSFERRED, Within.ITSELF, second(7)))
                .asks(FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS_CHATS, true)),
                        FollowUp.to(Subject.of(BEN), new Release(SELF, BENS_CHATS, true)),
                        FollowUp.to(Subject.of(SALES), new Enqueue(SELF, Medium.CHAT, second(7), true, TERMS, place(7))));
    }

    @Test
    void who_is_offered_again_what_it_has_not_completed_has_completed_it_now() {
        servedChat().givenDone(new TransferContact(ANA, TO_SALES)).when(offer(ANA, place(4)))
                .then(new Completed(ANA, false),
                        new Offered(ANA, ANAS_CHATS, found(5), Purpose.SERVE, Optional.empty(), Optional.of(SALES)))
                .asks(Subject.of(ANA), new Forget(SELF, ANAS_CHATS));
    }

    @Test
    void in_a_conference_one_leaves_and_the_other_goes_on() {
        conferringChat().when(new LeaveContact(ANA))
                .then(new ParticipantLeft(4, found(2), Optional.of(ANA), Visibility.ALL, Cause.RELEASED, Within.ITSELF, second(7)),
                        new OwnerChanged(BEN))
                .when(new Complete(BEN)).accepted()
                .and(i -> assertThat(i.isLive()).isFalse());
    }

    @Test
    void the_owner_completes_for_the_customer_too_where_it_says_so() {
        conferringChat().when(new Complete(ANA, true))
                .then(new ParticipantLeft(4, PAT, Optional.empty(), Visibility.ALL, Cause.RELEASED, Within.DISMISSAL, second(7)),
                        new Closed(Cause.RELEASED),
                        new ParticipantLeft(5, found(2), Optional.of(ANA), Visibility.ALL, Cause.RELEASED, Within.DISMISSAL, second(7)),
                        new OwnerChanged(BEN), new Completed(ANA, false))
                .and(i -> assertThat(i.messaging().customer()).isEmpty())
                .and(i -> assertThat(i.isLive()).isTrue());
        conferringChat().when(new Complete(BEN, true)).accepted().and(i -> assertThat(i.messaging().customer()).isPresent());
        conferringChat().when(new Complete(ANA)).accepted().and(i -> assertThat(i.messaging().customer()).isPresent());
    }

    @Test
    void when_only_who_is_consulted_is_left_the_customer_sees_it() {
        consultingChat().when(new LeaveContact(ANA))
                .then(new VisibilityChanged(4, called(4), Optional.of(BEN), Visibility.ALL, Optional.of(ANA), second(7)),
                        new ParticipantLeft(5, found(2), Optional.of(ANA), Visibility.ALL, Cause.RELEASED, Within.SUCCESSION, second(7)),
                        new OwnerChanged(BEN));
        consultingChat().when(new LeaveContact(BEN))
                .then(new ParticipantLeft(4, called(4), Optional.of(BEN), Visibility.AGENTS, Cause.RELEASED, Within.ITSELF, second(7)))
                .and(i -> assertThat(i.owner()).contains(ANA));
    }

    @Test
    void who_logs_out_leaves_the_others_to_go_on() {
        conferringChat().when(new AgentLeft(ANA, Cause.LOGOUT)).asksNothing()
                .and(i -> assertThat(i.owner()).contains(BEN))
                .when(new CustomerLeaves()).accepted()
                .when(new Complete(BEN)).and(i -> assertThat(i.members()).isEmpty());
    }

    @Test
    void a_conference_is_transferred_in_part() {
        conferringChat().when(new TransferContact(ANA, TO_CARO)).accepted()
                .when(asked(CARO)).accepted().when(new Reject(CARO)).accepted()
                .and(i -> assertThat(i.messaging().of(BEN)).isPresent())
                .and(i -> assertThat(i.owner()).contains(BEN))
                .asks(Subject.of(CARO), new Release(SELF, ChatCast.channel(CARO), false));
    }
}
