package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.CARO;
import static io.patchbay.rules.interaction.Cast.TO_CARO;
import static io.patchbay.rules.interaction.ChatCast.consultingChat;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Action;
import io.patchbay.model.AgentId;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.MessagingCommand.ConferenceInContact;
import io.patchbay.model.MessagingCommand.ConsultInContact;
import io.patchbay.model.MessagingCommand.EndContact;
import io.patchbay.model.MessagingCommand.InviteToContact;
import io.patchbay.model.MessagingCommand.LeaveContact;
import io.patchbay.model.MessagingCommand.SetNickname;
import io.patchbay.model.MessagingCommand.SetTyping;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.Reason;
import io.patchbay.model.RecordingCommand.StartRecording;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each command comes to in each state of an agent in a contact that is no call; what it is shown is what is accepted. */
class ContactStateTableTest {

    private record Asked(Action shown, Function<AgentId, InteractionCommand> command) { }

    private static final List<Asked> COMMANDS = List.of(
            new Asked(Action.ACCEPT_INTERACTION, Accept::new), new Asked(Action.REJECT_INTERACTION, Reject::new),
            new Asked(Action.SET_INTERACTION_DATA, by -> new SetInteractionData(by, "k", "v")),
            new Asked(Action.SET_DISPOSITION, by -> new SetDisposition(by, "sale")),
            new Asked(Action.COMPLETE_INTERACTION, Complete::new),
            new Asked(Action.SEND_MESSAGE, by -> ChatCast.says(by, Visibility.ALL)),
            new Asked(Action.SEND_MESSAGE, by -> new SetTyping(by, true, Visibility.ALL)),
            new Asked(Action.SEND_TO_AGENTS, by -> ChatCast.says(by, Visibility.AGENTS)),
            new Asked(Action.SET_NICKNAME, by -> new SetNickname(by, "Ann")),
            new Asked(Action.CONSULT, by -> new ConsultInContact(by, TO_CARO)),
            new Asked(Action.INVITE, by -> new InviteToContact(by, TO_CARO)),
            new Asked(Action.CONFERENCE, ConferenceInContact::new),
            new Asked(Action.TRANSFER, by -> new TransferContact(by, TO_CARO)),
            new Asked(Action.LEAVE, LeaveContact::new), new Asked(Action.END_CONTACT, EndContact::new),
            new Asked(Action.START_RECORDING, StartRecording::new), new Asked(Action.ALTERNATE_CALL, AlternateCall::new));

    private record Row(String name, String outcomes, AgentId agent,
                       Supplier<Scenario<Interaction, InteractionCommand, InteractionEvent>> at) { }

    // accept reject data disposition complete - write type agents nickname - consult invite conference transfer leave end - record other
    private static final List<Row> TABLE = List.of(
            new Row("offered",               "A A A W W   W W W W   W W W W W W   W W", ANA, ChatCast::offeredChat),
            new Row("serving alone",         "W W A A A   A A W A   A A W A A A   W W", ANA, ChatCast::servedChat),
            new Row("consulting",            "W W A A A   A A A A   A A A A A A   W W", ANA, ChatCast::consultingChat),
            new Row("consulted",             "W W A A A   W W A A   W W W W A W   W W", BEN, ChatCast::consultingChat),
            new Row("in a conference",       "W W A A A   A A A A   A A W A A A   W W", BEN, ChatCast::conferringChat),
            new Row("customer gone",         "W W A A A   W W W A   W W W W A W   W W", ANA, () -> servedChat().when(new CustomerLeaves())),
            new Row("consulting, gone",    "W W A A A   W W A A   W W A W A W   W W", ANA,
                    () -> consultingChat().when(new CustomerLeaves())),
            new Row("left",                "W W A A A   W W W W   W W W W W W   W W", ANA, () -> servedChat().when(new LeaveContact(ANA))),
            new Row("no part in it",         "U U U U U   U U U U   U U U U U U   U U", CARO, ChatCast::consultingChat));

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        return TABLE.stream().flatMap(row -> IntStream.range(0, COMMANDS.size()).mapToObj(i -> {
            Asked asked = COMMANDS.get(i);
            InteractionCommand command = asked.command().apply(row.agent());
            return DynamicTest.dynamicTest(row.name() + ": " + command, () -> {
                String outcome = row.outcomes().split(" +")[i];
                check(row, command, outcome);
                assertThat(InteractionActions.allowed(row.at().get().state(), row.agent()).interaction().contains(asked.shown()))
                        .as("shown").isEqualTo(outcome.equals("A"));
            });
        }));
    }

    private static void check(Row row, InteractionCommand command, String outcome) {
        Scenario<Interaction, InteractionCommand, InteractionEvent> tried = row.at().get().when(command);
        switch (outcome) {
            case "A" -> tried.accepted();
            case "W" -> tried.refusedWith(Reason.WRONG_STATE);
            default -> tried.refusedWith(Reason.UNKNOWN);
        }
    }
}
