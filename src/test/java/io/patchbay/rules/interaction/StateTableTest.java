package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.CALL;
import static io.patchbay.rules.interaction.Cast.CARO;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.anaDials;
import static io.patchbay.rules.interaction.Cast.answeredCall;
import static io.patchbay.rules.interaction.Cast.ringingColleague;
import static io.patchbay.rules.interaction.Cast.story;

import io.patchbay.model.AgentId;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.DeleteInteractionData;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.PlatformCommand.FarEndActs.Action;
import io.patchbay.model.Reason;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.EndCall;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each command comes to in each state of an agent's leg: accepted, wrong state, or unknown to this agent. */
class StateTableTest {

    private static final List<Function<AgentId, InteractionCommand>> COMMANDS = List.of(
            by -> new Answer(by, CALL), by -> new Hold(by, CALL), by -> new Retrieve(by, CALL), by -> new ClearConnection(by, CALL),
            by -> new EndCall(by, CALL),
            Accept::new, Reject::new, by -> new SetInteractionData(by, "k", "v"), by -> new DeleteInteractionData(by, "ANI"),
            by -> new SetDisposition(by, "sale"), Complete::new);

    private record Row(String name, String outcomes, AgentId agent,
                       Supplier<Scenario<Interaction, InteractionCommand, InteractionEvent>> at) { }

    //                                     answer hold retrieve clear end  accept reject set delete disposition complete
    private static final List<Row> TABLE = List.of(
            new Row("dialling",           "W W W A W   W W A A W W", ANA, () -> story().givenDone(anaDials(TO_BEN))),
            new Row("called, no slot yet", "U U U U U   U U U U U U", BEN, () -> story().givenDone(anaDials(TO_BEN))),
            new Row("alerting",           "A W W A W   A A A A W W", BEN, Cast::ringingColleague),
            new Row("alerting, queue",    "A W W A W   A A A A W W", ANA, Cast::offeredCall),
            new Row("connected",          "W A W A A   W W A A A W", ANA, Cast::answeredCall),
            new Row("held",               "W W A A A   W W A A A W", ANA, () -> answeredCall().when(new Hold(ANA, CALL))),
            new Row("over",               "U U U U U   W W A A A A", ANA, () -> answeredCall().when(Cast.mobile(Action.HANG_UP))),
            new Row("over, dialled",      "U U U U U   W W A A A A", ANA, () -> ringingColleague().when(new Reject(BEN))),
            new Row("completed",          "U U U U U   U U U U U U", ANA,
                    () -> ringingColleague().when(new Reject(BEN)).when(new Complete(ANA))),
            new Row("rejected",           "U U U U U   U U U U U U", BEN, () -> ringingColleague().when(new Reject(BEN))),
            new Row("no part in it",      "U U U U U   U U U U U U", CARO, Cast::answeredCall),
            new Row("not begun",          "U U U U U   U U U U U U", ANA, Cast::story));

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        return TABLE.stream().flatMap(row -> IntStream.range(0, COMMANDS.size()).mapToObj(i -> {
            InteractionCommand command = COMMANDS.get(i).apply(row.agent());
            return DynamicTest.dynamicTest(row.name() + ": " + command, () -> check(row, command, row.outcomes().split(" +")[i]));
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
