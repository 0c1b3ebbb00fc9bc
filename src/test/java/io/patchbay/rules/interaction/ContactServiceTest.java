package io.patchbay.rules.interaction;

import static io.patchbay.rules.Scenario.second;
import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.SALES;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TERMS;
import static io.patchbay.rules.interaction.Cast.TO_ANA;
import static io.patchbay.rules.interaction.Cast.story;
import static io.patchbay.rules.interaction.ChatCast.ANAS_CHATS;
import static io.patchbay.rules.interaction.ChatCast.NEXT_PLACE;
import static io.patchbay.rules.interaction.ChatCast.PAT;
import static io.patchbay.rules.interaction.ChatCast.asked;
import static io.patchbay.rules.interaction.ChatCast.chat;
import static io.patchbay.rules.interaction.ChatCast.found;
import static io.patchbay.rules.interaction.ChatCast.message;
import static io.patchbay.rules.interaction.ChatCast.offer;
import static io.patchbay.rules.interaction.ChatCast.says;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Action;
import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.Ended;
import io.patchbay.model.ContactEvent.Requeued;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.LogEntry;
import io.patchbay.model.LogEntry.Kind;
import io.patchbay.model.Medium;
import io.patchbay.model.Messaging;
import io.patchbay.model.MessagingCommand.EndContact;
import io.patchbay.model.MessagingCommand.LeaveContact;
import io.patchbay.model.MessagingCommand.SendMessage;
import io.patchbay.model.MessagingCommand.SetTyping;
import io.patchbay.model.MessagingEvent.Closed;
import io.patchbay.model.MessagingEvent.MessagePosted;
import io.patchbay.model.MessagingEvent.ParticipantLeft;
import io.patchbay.model.MessagingEvent.ParticipantLeft.Within;
import io.patchbay.model.MessagingEvent.Typing;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.PlatformCommand.CustomerTypes;
import io.patchbay.model.PlatformCommand.CustomerWrites;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.QueueCommand.Enqueue;
import io.patchbay.model.QueueCommand.Leave;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.TranscriptCommand.FilePage;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A contact that is no call, with one agent: what is written, and how it ends. */
class ContactServiceTest {

    @Test
    void both_write_and_each_entry_has_the_next_index() {
        servedChat().when(new CustomerWrites("Hi"))
                .then(new MessagePosted(3, PAT, Optional.empty(), Kind.TEXT, "Hi", Visibility.ALL, second(4)))
                .when(says(ANA, Visibility.ALL))
                .then(new MessagePosted(4, found(2), Optional.of(ANA), Kind.TEXT, "Hello", Visibility.ALL, second(5)))
                .asksNothing();
    }

    @Test
    void who_types_is_told_and_not_kept() {
        servedChat().when(new CustomerTypes(true)).then(new Typing(3, PAT, Optional.empty(), true, Visibility.ALL, second(4)))
                .when(new CustomerWrites("Hi"))
                .and(i -> assertThat(i.messaging().log()).extracting(LogEntry::index).containsExactly(1L, 2L, 4L));
    }

    @Test
    void alone_nobody_writes_to_agents_and_that_somebody_came_is_never_written() {
        servedChat().when(says(ANA, Visibility.AGENTS)).refusedWith(Reason.WRONG_STATE)
                .when(new SendMessage(ANA, Kind.PARTICIPANT_JOINED, "Boss", Visibility.ALL)).refusedWith(Reason.INVALID_DATA)
                .when(new SendMessage(ANA, Kind.TEXT, "", Visibility.ALL)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void what_is_older_is_filed_page_by_page_before_the_log_lets_it_go() {
        Scenario<Interaction, InteractionCommand, InteractionEvent> chat = servedChat();
        List<LogEntry> filed = new ArrayList<>();
        for (int n = 3; n <= 400; n++) {
            Interaction before = chat.state();
            chat.when(new CustomerWrites("m" + n));
            List<LogEntry> log = chat.state().messaging().log();
            assertThat(log).hasSizeBetween(Math.min(n, Messaging.KEPT_ENTRIES), Messaging.KEPT_ENTRIES + Messaging.PAGE_ENTRIES - 1);
            assertThat(log.get(0).index() - 1).as("what is let go is on a page since an earlier step").isLessThanOrEqualTo(filed.size());
            chat.state().messaging().filedSince(before.messaging()).forEach(filed::add);
        }
        assertThat(filed).extracting(LogEntry::index).containsExactlyElementsOf(LongStream.rangeClosed(1, 375).boxed().toList());
    }

    @Test
    void a_filled_page_is_sent_once() {
        Scenario<Interaction, InteractionCommand, InteractionEvent> chat = servedChat();
        for (int n = 3; n < Messaging.KEPT_ENTRIES; n++) {
            chat.when(new CustomerWrites("Hi")).asksNothing();
        }
        List<LogEntry> first = chat.state().messaging().log().subList(0, Messaging.PAGE_ENTRIES);
        chat.when(new CustomerWrites("Hi")).asks(Subject.transcript(SELF, 0), new FilePage(first))
                .when(new CustomerWrites("Hi")).asksNothing();
    }

    @Test
    void of_what_is_long_less_is_kept() {
        Scenario<Interaction, InteractionCommand, InteractionEvent> chat = servedChat();
        List<LogEntry> filed = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            Interaction before = chat.state();
            chat.when(new CustomerWrites("x".repeat(MessagingRules.TEXT_LIMIT)));
            chat.and(i -> assertThat(i.messaging().log().stream().mapToInt(LogEntry::weight).sum()).isLessThan(120_000));
            assertThat(chat.state().messaging().log().get(0).index() - 1).isLessThanOrEqualTo(filed.size());
            filed.addAll(chat.state().messaging().filedSince(before.messaging()));
        }
        assertThat(filed).extracting(LogEntry::index).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @Test
    void what_the_agent_completes_is_closed_and_over() {
        servedChat().when(new Complete(ANA))
                .then(new Closed(Cause.RELEASED),
                        new ParticipantLeft(3, found(2), Optional.of(ANA), Visibility.ALL, Cause.RELEASED, Within.COMPLETION, second(4)),
                        new Ended(Cause.RELEASED), new Completed(ANA, false))
                .asks(Subject.of(ANA), new Forget(SELF, ANAS_CHATS))
                .and(i -> assertThat(new InteractionRules().retention(i)).contains(TERMS.retention()))
                .when(new CustomerWrites("Hello?")).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void what_the_agent_leaves_is_closed_and_still_to_be_completed() {
        servedChat().when(new LeaveContact(ANA))
                .then(new Closed(Cause.RELEASED),
                        new ParticipantLeft(3, found(2), Optional.of(ANA), Visibility.ALL, Cause.RELEASED, Within.ITSELF, second(4)),
                        new Ended(Cause.RELEASED))
                .asks(Subject.of(ANA), new Release(SELF, ANAS_CHATS, true))
                .when(new Complete(ANA)).then(new Completed(ANA, false))
                .asks(Subject.of(ANA), new Forget(SELF, ANAS_CHATS));
    }

    @Test
    void a_customer_that_leaves_is_gone_and_the_agent_stays_until_it_completes() {
        servedChat().when(new CustomerLeaves())
                .then(new ParticipantLeft(3, PAT, Optional.empty(), Visibility.ALL, Cause.REMOTE, Within.ITSELF, second(4)),
                        new Closed(Cause.REMOTE))
                .asksNothing()
                .and(i -> assertThat(InteractionActions.allowed(i, ANA).interaction()).containsExactlyInAnyOrder(
                        Action.SET_INTERACTION_DATA, Action.SET_DISPOSITION, Action.COMPLETE_INTERACTION, Action.SET_NICKNAME,
                        Action.LEAVE))
                .when(new CustomerLeaves()).refusedWith(Reason.WRONG_STATE)
                .when(says(ANA, Visibility.ALL)).refusedWith(Reason.WRONG_STATE)
                .when(new Complete(ANA)).then(
                        new ParticipantLeft(4, found(2), Optional.of(ANA), Visibility.ALL, Cause.RELEASED, Within.COMPLETION, second(7)),
                        new Ended(Cause.RELEASED), new Completed(ANA, false));
    }

    @Test
    void an_agent_may_close_it_to_the_customer_and_stay() {
        servedChat().when(new EndContact(ANA)).then(
                        new ParticipantLeft(3, PAT, Optional.empty(), Visibility.ALL, Cause.RELEASED, Within.ITSELF, second(4)),
                        new Closed(Cause.RELEASED)).asksNothing()
                .when(new EndContact(ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new Complete(ANA)).accepted();
    }

    @Test
    void who_logs_out_gives_the_customer_back_to_the_queue_with_its_time() {
        servedChat().when(new AgentLeft(ANA, Cause.LOGOUT))
                .then(new ParticipantLeft(3, found(2), Optional.of(ANA), Visibility.ALL, Cause.LOGOUT, Within.ITSELF, second(4)),
                        new Requeued(SALES, Optional.empty()), new Completed(ANA, true))
                .asks(Subject.of(SALES), new Enqueue(SELF, Medium.CHAT, second(1), true, TERMS, NEXT_PLACE))
                .when(offer(BEN)).refusedWith(Reason.NOT_MINE)
                .when(offer(BEN, NEXT_PLACE)).accepted()
                .when(new Accept(BEN)).accepted()
                .and(i -> assertThat(i.owner()).contains(BEN));
    }

    @Test
    void who_logs_out_after_the_customer_left_leaves_nothing_behind() {
        servedChat().givenDone(new CustomerLeaves()).when(new AgentLeft(ANA, Cause.LOGOUT)).asksNothing()
                .and(i -> assertThat(i.phase()).isEqualTo(Interaction.Phase.ENDED))
                .and(i -> assertThat(i.members()).isEmpty());
    }

    @Test
    void a_customer_without_a_queue_waits_five_minutes_for_nobody() {
        story().givenDone(chat(TO_ANA), asked(ANA), new Accept(ANA)).when(new AgentLeft(ANA, Cause.LOGOUT)).accepted()
                .and(i -> assertThat(new InteractionRules().deadlines(i)).isEqualTo(Map.of("alone:3", Duration.ofMinutes(5))))
                .when(new OfferDeadline("alone:3")).then(new Closed(Cause.NO_ANSWER), new Ended(Cause.NO_ANSWER));
    }

    @Test
    void a_wish_to_be_called_back_is_not_written_in() {
        story().givenDone(message(Medium.CALLBACK, Cast.TO_SALES, "ignored")).when(new CustomerWrites("Hi")).refusedWith(Reason.UNSUPPORTED)
                .when(new CustomerTypes(true)).refusedWith(Reason.UNSUPPORTED)
                .when(new CustomerLeaves()).asks(FollowUp.to(Subject.of(SALES), new Leave(SELF, Exit.ABANDONED)));
    }

    @Test
    void who_wishes_to_be_called_back_is_not_written_to() {
        story().givenDone(message(Medium.CALLBACK, Cast.TO_SALES, "ignored"), offer(ANA), new Accept(ANA))
                .when(says(ANA, Visibility.ALL)).refusedWith(Reason.UNSUPPORTED)
                .when(new SetTyping(ANA, true, Visibility.ALL)).refusedWith(Reason.UNSUPPORTED)
                .when(new EndContact(ANA)).then(
                        new ParticipantLeft(4, PAT, Optional.empty(), Visibility.ALL, Cause.RELEASED, Within.ITSELF, second(6)),
                        new Closed(Cause.RELEASED));
    }

    @Test
    void nobody_writes_in_a_call_or_where_nothing_is() {
        Cast.answeredCall().when(new CustomerWrites("Hi")).refusedWith(Reason.UNKNOWN).when(says(ANA, Visibility.ALL))
                .refusedWith(Reason.WRONG_STATE);
        story().when(new CustomerWrites("Hi")).refusedWith(Reason.UNKNOWN);
        servedChat().when(says(BEN, Visibility.ALL)).refusedWith(Reason.UNKNOWN);
    }
}
