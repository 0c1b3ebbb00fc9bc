package io.patchbay.rules.interaction;

import static io.patchbay.rules.Scenario.second;
import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.ChatCast.called;
import static io.patchbay.rules.interaction.ChatCast.consultingChat;
import static io.patchbay.rules.interaction.ChatCast.found;
import static io.patchbay.rules.interaction.ChatCast.offeredChat;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.LogEntry;
import io.patchbay.model.MessagingCommand.SendMessage;
import io.patchbay.model.MessagingCommand.SetNickname;
import io.patchbay.model.MessagingEvent.NicknameChanged;
import io.patchbay.model.Participant;
import io.patchbay.model.Reason;
import io.patchbay.model.Visibility;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an agent is called in a contact that is no call, and who asked it in. */
class NicknameTest {

    @Test
    void an_agent_joins_by_the_name_it_accepts_with() {
        offeredChat().when(new Accept(ANA, Optional.of("Ann"))).accepted()
                .and(i -> assertThat(i.messaging().of(ANA).orElseThrow().nickname()).isEqualTo("Ann"))
                .and(i -> assertThat(i.messaging().log()).last().extracting(LogEntry::nickname).isEqualTo("Ann"));
        servedChat().and(i -> assertThat(i.messaging().of(ANA).orElseThrow().nickname()).isEqualTo("ana"));
    }

    @Test
    void a_change_of_name_is_told_and_logged_with_the_name_before() {
        servedChat().when(new SetNickname(ANA, "Ann"))
                .then(new NicknameChanged(3, found(2), Optional.of(ANA), "Ann", Visibility.ALL, second(4))).asksNothing()
                .and(i -> assertThat(i.messaging().log()).last().isEqualTo(new LogEntry(3, LogEntry.Kind.NICKNAME, found(2),
                        Participant.Role.AGENT, "ana", Visibility.ALL, "Ann", second(4))))
                .when(new SendMessage(ANA, LogEntry.Kind.TEXT, "Hello", Visibility.ALL)).accepted()
                .and(i -> assertThat(i.messaging().log()).last().extracting(LogEntry::nickname).isEqualTo("Ann"));
    }

    @Test
    void the_customer_is_not_told_the_name_of_who_is_only_consulted() {
        consultingChat().when(new SetNickname(BEN, "Benny"))
                .then(new NicknameChanged(4, called(4), Optional.of(BEN), "Benny", Visibility.AGENTS, second(7)));
    }

    @Test
    void a_name_is_not_blank_and_has_an_end() {
        servedChat().when(new SetNickname(ANA, " ")).refusedWith(Reason.INVALID_DATA)
                .when(new SetNickname(ANA, "x".repeat(MessagingRules.NICKNAME_LIMIT + 1))).refusedWith(Reason.INVALID_DATA);
        offeredChat().when(new Accept(ANA, Optional.of(""))).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void nobody_writes_that_somebody_has_another_name() {
        servedChat().when(new SendMessage(ANA, LogEntry.Kind.NICKNAME, "Boss", Visibility.ALL)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void who_was_asked_in_knows_by_whom() {
        consultingChat().and(i -> assertThat(i.messaging().of(BEN).flatMap(Participant::invitedBy)).contains(ANA))
                .and(i -> assertThat(i.messaging().of(ANA).flatMap(Participant::invitedBy)).isEmpty());
    }
}
