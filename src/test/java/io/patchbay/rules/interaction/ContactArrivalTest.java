package io.patchbay.rules.interaction;

import static io.patchbay.rules.Scenario.second;
import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SALES_NUMBER;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.story;
import static io.patchbay.rules.interaction.ChatCast.ANAS_CHATS;
import static io.patchbay.rules.interaction.ChatCast.PAT;
import static io.patchbay.rules.interaction.ChatCast.PLACE;
import static io.patchbay.rules.interaction.ChatCast.asked;
import static io.patchbay.rules.interaction.ChatCast.called;
import static io.patchbay.rules.interaction.ChatCast.chat;
import static io.patchbay.rules.interaction.ChatCast.found;
import static io.patchbay.rules.interaction.ChatCast.message;
import static io.patchbay.rules.interaction.ChatCast.offer;
import static io.patchbay.rules.interaction.ChatCast.offeredChat;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static io.patchbay.rules.interaction.ChatCast.waitingChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand.Engage;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Accepted;
import io.patchbay.model.ContactEvent.Created;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.OfferExpired;
import io.patchbay.model.ContactEvent.Offered;
import io.patchbay.model.ContactEvent.Queued;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Invitation;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.LogEntry.Kind;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingEvent.Closed;
import io.patchbay.model.MessagingEvent.InvitationFailed;
import io.patchbay.model.MessagingEvent.MessagePosted;
import io.patchbay.model.MessagingEvent.ParticipantInvited;
import io.patchbay.model.MessagingEvent.ParticipantJoined;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.Participant;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.PlatformCommand.CustomerWrites;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.GiveBack;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a contact that is no call comes, finds its agent, or does not. */
class ContactArrivalTest {

    @Test
    void a_chat_for_a_queue_waits_there() {
        story().when(chat(TO_SALES))
                .then(new Created(Medium.CHAT, Direction.INBOUND, Map.of("tier", "gold", "DNIS", "8000", "queue", "sales"), TERMS,
                                Optional.of(SALES_NUMBER)),
                        new ParticipantJoined(1, Participant.customer(PAT, "Pat", Optional.empty()), Optional.empty(), Visibility.ALL,
                                second(1)),
                        new Queued(SALES, SALES_NUMBER, true, second(1), PLACE))
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.CHAT, second(1), true, TERMS, PLACE))
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isTrue());
    }

    @Test
    void what_a_message_says_is_its_second_entry() {
        story().when(message(Medium.SMS, TO_SALES, "Hello"))
                .and(i -> assertThat(i.messaging().log()).extracting(e -> e.index() + " " + e.kind() + " " + e.nickname() + " " + e.text())
                        .containsExactly("1 PARTICIPANT_JOINED +15551234 ", "2 TEXT +15551234 Hello"))
                .and(i -> assertThat(i.data()).containsEntry("ANI", "+15551234"));
    }

    @Test
    void a_message_for_an_agent_asks_that_one() {
        Invitation asks = new Invitation(called(1), Purpose.SERVE, Optional.of(ANA), Optional.empty(), Optional.empty(), false);
        story().when(chat(TO_ANA)).accepted()
                .and(i -> assertThat(i.messaging().invitations()).containsExactly(asks))
                .asks(FollowUp.to(Subject.of(ANA), new Reserve(ANA, SELF, Medium.CHAT, Optional.empty(), false),
                        new ReserveRefused(ANA, Cause.UNAVAILABLE)));
        assertThat(story().when(chat(TO_ANA)).events()).last().isEqualTo(new ParticipantInvited(asks, Optional.empty()));
    }

    @Test
    void nobody_is_written_to_outside_and_nothing_empty_or_endless_is_written() {
        story().when(chat(Cast.outside(FarEnd.Kind.ANSWERS))).refusedWith(Reason.INVALID_DATA);
        story().when(message(Medium.SMS, TO_SALES, " ")).refusedWith(Reason.INVALID_DATA);
        story().when(message(Medium.EMAIL, TO_SALES, "x".repeat(MessagingRules.TEXT_LIMIT + 1))).refusedWith(Reason.INVALID_DATA);
        waitingChat().when(chat(TO_SALES)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void a_waiting_chat_is_offered_to_the_agent_that_reserved_a_slot() {
        waitingChat().when(offer(ANA))
                .then(new Offered(ANA, ANAS_CHATS, found(2), Purpose.SERVE, Optional.empty(), Optional.of(SALES)))
                .asksNothing()
                .and(i -> assertThat(i.queue().orElseThrow().waiting()).isFalse())
                .and(i -> assertThat(i.member(ANA)).contains(new Member(ANA, ANAS_CHATS, Member.Phase.OFFERED, Optional.empty())))
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEqualTo(Map.of("offer:" + found(2), Duration.ofSeconds(30))))
                .when(offer(BEN)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void accepting_joins_and_takes_the_contact_from_its_queue() {
        offeredChat().when(new Accept(ANA))
                .then(new Accepted(ANA, found(2)), new ParticipantJoined(2, Participant.agent(found(2), ANA, "ana", Visibility.ALL,
                        Optional.empty()),
                        Optional.of(ANA), Visibility.ALL, second(3)))
                .asks(FollowUp.to(Subject.of(ANA), new Engage(SELF, ANAS_CHATS)),
                        FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.TAKEN)))
                .and(i -> assertThat(i.owner()).contains(ANA))
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEmpty())
                .when(new Accept(ANA)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void a_rejected_chat_waits_again_for_the_next_agent() {
        offeredChat().when(new Reject(ANA))
                .then(new Rejected(ANA, Optional.empty(), Optional.empty()), new Requeued(SALES, Optional.of(ANA)))
                .asks(FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS_CHATS, false)),
                        FollowUp.to(Subject.of(SALES), new GiveBack(SELF, ANA, PLACE)))
                .and(i -> assertThat(i.member(ANA)).isEmpty())
                .when(offer(BEN)).accepted();
    }

    @Test
    void an_offer_let_pass_waits_again_for_the_next_agent() {
        offeredChat().when(new OfferDeadline("offer:" + found(2)))
                .then(new OfferExpired(ANA, Optional.empty(), Optional.empty()), new Requeued(SALES, Optional.of(ANA)))
                .asks(FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS_CHATS, false)),
                        FollowUp.to(Subject.of(SALES), new GiveBack(SELF, ANA, PLACE)));
        servedChat().when(new OfferDeadline("offer:" + found(2))).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void who_logs_out_is_offered_it_no_longer() {
        offeredChat().when(new AgentLeft(ANA, Cause.LOGOUT))
                .then(new InvitationFailed(found(2), Purpose.SERVE, Optional.of(ANA), Optional.empty(), Cause.LOGOUT),
                        new Requeued(SALES, Optional.of(ANA)))
                .asks(Subject.of(SALES), new GiveBack(SELF, ANA, PLACE));
    }

    @Test
    void what_was_for_one_agent_only_is_over_when_that_one_does_not_take_it() {
        story().givenDone(chat(TO_ANA)).when(new ReserveRefused(ANA, Cause.UNAVAILABLE))
                .then(new InvitationFailed(called(1), Purpose.SERVE, Optional.of(ANA), Optional.empty(), Cause.UNAVAILABLE),
                        new Closed(Cause.UNAVAILABLE), new Ended(Cause.UNAVAILABLE))
                .asksNothing();
        story().givenDone(chat(TO_ANA), asked(ANA)).when(new Reject(ANA))
                .then(new Rejected(ANA, Optional.empty(), Optional.empty()), new Closed(Cause.REJECTED), new Ended(Cause.REJECTED))
                .asks(Subject.of(ANA), new Release(SELF, ANAS_CHATS, false));
        story().givenDone(chat(TO_ANA), asked(ANA)).when(new OfferDeadline("offer:" + called(1)))
                .then(new OfferExpired(ANA, Optional.empty(), Optional.empty()), new Closed(Cause.NO_ANSWER), new Ended(Cause.NO_ANSWER));
    }

    @Test
    void a_customer_that_gives_up_takes_the_offer_with_it() {
        offeredChat().when(new CustomerLeaves()).accepted()
                .and(i -> assertThat(i.isLive()).isFalse())
                .asks(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED)),
                        FollowUp.to(Subject.of(ANA), new Release(SELF, ANAS_CHATS, false)));
        assertThat(offeredChat().when(new CustomerLeaves()).events()).contains(
                new InvitationFailed(found(2), Purpose.SERVE, Optional.of(ANA), Optional.empty(), Cause.ABANDONED),
                new Closed(Cause.ABANDONED), new Ended(Cause.ABANDONED));
        waitingChat().when(new CustomerLeaves()).asks(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED));
    }

    @Test
    void what_is_written_while_nobody_serves_is_kept_for_who_will() {
        assertThat(waitingChat().when(new CustomerWrites("Anybody there?")).events())
                .containsExactly(new MessagePosted(2, PAT, Optional.empty(), Kind.TEXT, "Anybody there?", Visibility.ALL, second(2)));
    }
}
