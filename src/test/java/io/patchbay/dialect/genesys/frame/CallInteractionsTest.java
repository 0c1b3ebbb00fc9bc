package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.I;
import static io.patchbay.dialect.genesys.Story.K1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.request.GenesysBody;
import io.patchbay.dialect.genesys.request.InteractionOperations;
import io.patchbay.dialect.genesys.request.Operation;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.PartyCommand.SingleStepTransfer;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.model.VoiceCommand.Hold;
import io.patchbay.model.VoiceCommand.MuteCall;
import io.patchbay.model.VoiceCommand.Retrieve;
import io.patchbay.reading.Names;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call as {@code /me/interactions/{id}}: general operations, and what the topic of interactions tells of it. */
class CallInteractionsTest {

    private static List<Body> commands(Story story, String body) {
        Command session = Command.of(new CommandId("s"), Scenario.START, Subject.of(ANA), new AgentCommand.EndSession(Cause.LOGOUT));
        Plan plan = InteractionOperations.on(new Operation(Story.entry(ANA), story.replicas(ANA, Agent.SIGNED_OUT),
                new GenesysBody(ContactStory.json("{'operationName':" + body + "}")), new Names(Story.DIRECTORY), Story.TERMS, session),
                I.value());
        assertThat(plan.steps()).allMatch(step -> step.cell().equals(Subject.of(I)));
        return plan.steps().stream().map(Plan.Step::command).toList();
    }

    private static void refused(Story story, String body) {
        OperationRefused refused = catchThrowableOfType(OperationRefused.class, () -> commands(story, body));
        assertThat(refused).as(body).isNotNull();
        assertThat(refused.status()).as(body).isEqualTo(GenesysStatus.INVALID);
    }

    private static List<String> tells(Story story) {
        return story.older(ANA).stream().map(told -> told.path("notificationType").asText() + " "
                + told.at("/interaction/state").asText() + " " + told.at("/interaction/participants").findValuesAsText("phoneNumber") + " "
                + told.at("/interaction/capabilities").valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))).toList();
    }

    @Test
    void a_ringing_call_is_invited_and_can_be_rejected() {
        assertThat(tells(Story.offered())).containsExactly("StatusChange Invited [+15551234] Reject");
        JsonNode interaction = Story.offered().older(ANA).get(0).path("interaction");
        assertThat(interaction.path("channel").asText()).isEqualTo("voice");
        assertThat(interaction.at("/userData/segment").asText()).isEqualTo("gold");
        assertThat(commands(Story.offered(), "'Reject'")).containsExactly(new Reject(ANA));
        assertThat(tells(Story.offered().when(new Reject(ANA)))).containsExactly("StatusChange Completed [] ");
        refused(Story.offered(), "'Complete'");
        refused(Story.offered(), "'SingleStepTransfer','agentId':'ben'");
    }

    @Test
    void a_call_is_transferred_in_one_step_also_while_it_is_held() {
        SingleStepTransfer transfer = new SingleStepTransfer(ANA, K1, Story.to(BEN));
        assertThat(tells(Story.answered())).containsExactly("StatusChange Accepted [+15551234] SingleStepTransfer");
        assertThat(commands(Story.answered(), "'SingleStepTransfer','agentId':'ben','userData':{'k':'v'}")).containsExactly(transfer);
        Story held = Story.answered().when(new Hold(ANA, K1));
        assertThat(tells(held)).isEmpty();
        assertThat(commands(held, "'SingleStepTransfer','agentId':'ben'")).containsExactly(new Retrieve(ANA, K1), transfer);
        refused(Story.answered(), "'SingleStepTransfer','agentId':'nobody'");
        refused(Story.answered(), "'SingleStepTransfer','queueName':'nothing'");
        refused(Story.answered(), "'Reject'");
        refused(Story.answered(), "'Complete'");
    }

    @Test
    void a_call_that_is_over_is_completed() {
        Story over = Story.answered().when(new ClearConnection(ANA, K1));
        assertThat(tells(over)).containsExactly("StatusChange Accepted [] Complete");
        assertThat(commands(over, "'Complete'")).containsExactly(new Complete(ANA));
        assertThat(tells(over.when(new Complete(ANA)))).containsExactly("StatusChange Completed [] ");
    }

    @Test
    void only_what_shows_is_told() {
        assertThat(tells(Story.answered().when(new MuteCall(ANA, K1)))).isEmpty();
        assertThat(tells(Story.answered().when(new SetInteractionData(ANA, "k", "v"))))
                .containsExactly("PropertiesUpdated Accepted [+15551234] SingleStepTransfer");
        assertThat(Story.offered().older(BEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Accept'", "'InviteUser','agentId':'ben'", "'EndChatSession'", "'SendMessage','text':'x'", "'Send','text':'x'",
        "'SendStartTypingNotification'", "'SendStopTypingNotification'", "'RequestChatHistory'", "'LeaveConference'",
        "'AttachUserData','userData':{'k':'v'}", "'UpdateUserData','userData':{'k':'v'}", "'DeleteUserData','keys':['k']", "'Answer'"})
    void operations_of_chats_are_refused(String body) {
        refused(Story.answered(), body);
        refused(Story.offered(), body);
    }
}
