package io.patchbay.dialect.genesys.request;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.OlderChat;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.InteractionOperation;
import io.patchbay.dialect.genesys.words.ReplyForm;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Destination;
import io.patchbay.model.MessagingCommand.EndContact;
import io.patchbay.model.MessagingCommand.InviteToContact;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.Outcome;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on {@code /me/interactions/{id}} of a chat: parameters, the form of replies, and what they come to. */
class InteractionOperationsTest {
    private static final String VALUE = "do not repeat this";
    private static final String ERROR = "{\"status\":\"error\",\"errorDescription\":\"";

    private static OlderChat served() {
        return new OlderChat(ContactStory.served(ContactKind.CHAT));
    }

    private static OlderChat conference() {
        OlderChat chat = served().request(ANA, "'InviteUser','agentId':'ben'");
        chat.story().asked(BEN);
        return chat.request(BEN, "'Accept','nickname':'Ben'");
    }

    private static List<Body> commands(OlderChat chat, AgentId by, String body) {
        return chat.plan(by, body).steps().stream().map(Plan.Step::command).toList();
    }

    private static GenesysReply refused(OlderChat chat, AgentId by, String body, GenesysStatus status) {
        OperationRefused refused = catchThrowableOfType(OperationRefused.class, () -> chat.plan(by, body));
        assertThat(refused).as("%s was accepted", body).isNotNull();
        assertThat(refused.reply().status()).as("%s: %s", body, refused.getMessage()).isEqualTo(status);
        assertThat(refused.reply().body().toString()).doesNotContain(VALUE);
        return refused.reply();
    }

    private static String body(InteractionOperation operation) {
        return "'" + operation.text() + "','text':'Hi','userData':{'k':'v'},'keys':['k']"
                + (operation == InteractionOperation.INVITE_USER || operation == InteractionOperation.SINGLE_STEP_TRANSFER
                ? ",'agentId':'caro'" : "");
    }

    @ParameterizedTest
    @EnumSource(InteractionOperation.class)
    void a_reply_has_the_form_of_its_operation(InteractionOperation operation) {
        boolean offer = operation == InteractionOperation.ACCEPT || operation == InteractionOperation.REJECT;
        Plan plan = (offer ? new OlderChat(ContactStory.offered(ContactKind.CHAT)) : conference()).plan(ANA, body(operation));
        boolean status = List.of("InviteUser", "EndChatSession", "LeaveConference").contains(operation.text());
        assertThat(operation.reply()).isEqualTo(status ? ReplyForm.STATUS : ReplyForm.STATUS_CODE);
        assertThat(plan.reply().apply(List.of(Outcome.accepted())).body())
                .hasToString(status ? "{\"status\":\"ok\"}" : "{\"statusCode\":0}");
        GenesysReply refused = plan.reply().apply(List.of(new Outcome.Refused(Reason.CONFLICT, "Too late")));
        assertThat(refused.body()).hasToString(status ? ERROR + "Too late\"}" : "{\"statusCode\":18,\"statusMessage\":\"Too late\"}");
        assertThat(refused.status().http()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InviteUser agentId", "SendMessage text", "Send text", "SingleStepTransfer agentId", "AttachUserData userData",
        "UpdateUserData userData", "DeleteUserData keys"})
    void a_parameter_that_is_missing_is_1_and_one_that_is_wrong_is_2(String each) {
        String operation = "'" + each.replaceFirst(" .*", "") + "'";
        String parameter = each.replaceFirst(".* ", "");
        for (String missing : List.of("", ",'" + parameter + "':null", ",'other':'" + VALUE + "'")) {
            GenesysReply reply = refused(served(), ANA, operation + missing, GenesysStatus.PARAMETER_MISSING);
            assertThat(reply.body().toString()).contains("The parameter " + parameter + " is missing");
            assertThat(reply.body().has("status")).isEqualTo(operation.equals("'InviteUser'"));
        }
        for (String wrong : List.of("7", "true", "' '", parameter.equals("userData") ? "['" + VALUE + "']" : "{'" + VALUE + "':1}")) {
            assertThat(refused(served(), ANA, operation + ",'" + parameter + "':" + wrong, GenesysStatus.INVALID).body().toString())
                    .contains("The parameter " + parameter + " must");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'RequestChatHistory','eventId':'x'", "'RequestChatHistory','eventId':-1", "'RequestChatHistory','eventId':1.5",
        "'RequestChatHistory','eventId':12345678901", "'RequestChatHistory','eventId':[1]", "'SingleStepTransfer','skill':7",
        "'SingleStepTransfer','agentId':'ben','skill':'sales'", "'LeaveConference','agentId':7", "'LeaveConference','agentId':'ben'",
        "'Accept'", "'Reject'", "'SendToAgents','text':'x'", "'SendMesage'", "'InviteUser','agentId':'ana'"})
    void what_is_wrong_or_impossible_now_is_2(String body) {
        OlderChat chat = body.contains("'ana'") ? new OlderChat(ContactStory.offered(ContactKind.CHAT)) : conference();
        refused(chat, ANA, body, GenesysStatus.INVALID);
    }

    @Test
    void an_interaction_that_the_agent_does_not_have_is_6_in_the_form_of_the_operation() {
        assertThat(refused(served(), BEN, "'InviteUser','agentId':'caro'", GenesysStatus.NOT_FOUND).body().toString()).startsWith(ERROR);
        assertThat(refused(served(), BEN, "'SendMessage','text':'x'", GenesysStatus.NOT_FOUND).body().path("statusCode").asInt())
                .isEqualTo(6);
        refused(served(), BEN, "'Nothing'", GenesysStatus.NOT_FOUND);
        refused(served().request(ANA, "'Complete'"), ANA, "'Complete'", GenesysStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"'Accept','nickname':'Annie'|", "'Reject'|", "'SendMessage','text':'Hi'|",
        "'Send','text':'Hi'|'SendMessage','text':'Hi'", "'SendStartTypingNotification'|", "'SendStopTypingNotification'|",
        "'Complete','queueName':'nothing here','text':'Bye'|'Complete'",
        "'SingleStepTransfer','agentId':'ben'|'Transfer','targetPath':'/users/ben'",
        "'SingleStepTransfer','skill':'sales'|'Transfer','queueName':'sales'",
        "'SingleStepTransfer','group':'6001'|'Transfer','queueName':'sales'",
        "'SingleStepTransfer','queueName':'support','text':'Bye'|'Transfer','queueName':'support'",
        "'SingleStepTransfer','agentId':'nobody'|'Transfer','targetPath':'/users/nobody'",
        "'InviteUser','agentId':'ben'|'Invite','targetPath':'/users/ben'",
        "'InviteUser','agentId':'nobody'|'Invite','targetPath':'/users/nobody'",
        "'AttachUserData','userData':{'k':1}|", "'UpdateUserData','userData':{'k':1}|", "'DeleteUserData','keys':['k']|"})
    void what_a_chat_has_too_is_the_same_there(String older, String chat) {
        boolean offer = older.startsWith("'Accept") || older.startsWith("'Reject");
        OlderChat on = offer ? new OlderChat(ContactStory.offered(ContactKind.CHAT)) : served();
        assertThat(on.plan(ANA, older).steps()).isEqualTo(on.story().plan(ANA, chat == null ? older : chat).steps()).isNotEmpty();
    }

    @Test
    void an_agent_is_named_by_id_or_name() {
        String id = Story.entry(BEN).userId();
        assertThat(commands(served(), ANA, "'InviteUser','agentId':'" + id + "'")).containsExactly(new InviteToContact(ANA, Story.to(BEN)));
        assertThat(commands(served(), ANA, "'SingleStepTransfer','agentId':'" + id + "'")).first()
                .isEqualTo(new TransferContact(ANA, Story.to(BEN)));
        assertThat(commands(served(), ANA, "'SingleStepTransfer','skill':'sales'").get(0))
                .matches(command -> ((TransferContact) command).to() instanceof Destination.ToQueue);
    }

    @Test
    void ending_the_chat_needs_a_customer_who_sees_the_agent() {
        assertThat(commands(served(), ANA, "'EndChatSession'")).containsExactly(new EndContact(ANA));
        OlderChat over = new OlderChat(ContactStory.served(ContactKind.CHAT).when(new CustomerLeaves()));
        assertThat(refused(over, ANA, "'EndChatSession'", GenesysStatus.INVALID).body().toString()).startsWith(ERROR);
    }

    @Test
    void a_conference_is_left_by_who_is_in_one() {
        assertThat(refused(served(), ANA, "'LeaveConference'", GenesysStatus.INVALID).body()).hasToString(ERROR + "Not in a conference\"}");
        for (String who : List.of("", ",'agentId':null", ",'agentId':'ana'", ",'agentId':'" + Story.entry(ANA).userId() + "'")) {
            assertThat(commands(conference(), ANA, "'LeaveConference'" + who))
                    .isEqualTo(conference().story().plan(ANA, "'Leave'").steps().stream().map(Plan.Step::command).toList());
        }
    }

    @Test
    void the_history_is_for_who_takes_part() {
        assertThat(served().plan(ANA, "'RequestChatHistory'").log()).contains(new Plan.Log(ContactStory.CONTACT, 1));
        for (String index : List.of("7", "'7'", "null")) {
            Plan plan = served().plan(ANA, "'RequestChatHistory','eventId':" + index);
            assertThat(plan.log()).contains(new Plan.Log(ContactStory.CONTACT, index.equals("null") ? 1 : 7));
            assertThat(plan.steps()).isEmpty();
        }
        for (OlderChat chat : List.of(new OlderChat(ContactStory.offered(ContactKind.CHAT)),
                new OlderChat(ContactStory.served(ContactKind.CHAT).request(ANA, "'Leave'")))) {
            GenesysReply reply = refused(chat, ANA, "'RequestChatHistory'", GenesysStatus.NO_PERMISSION);
            assertThat(reply.status().http()).isEqualTo(403);
            assertThat(reply.body().path("statusCode").asInt()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(InteractionOperation.class)
    void only_general_operations_are_for_short_messages(InteractionOperation operation) {
        boolean offer = operation == InteractionOperation.ACCEPT || operation == InteractionOperation.REJECT;
        OlderChat sms = new OlderChat(offer ? ContactStory.offered(ContactKind.SMS) : ContactStory.served(ContactKind.SMS));
        if (List.of("Reject", "SingleStepTransfer", "Complete").contains(operation.text())) {
            assertThat(commands(sms, ANA, body(operation))).isNotEmpty();
        } else {
            assertThat(refused(sms, ANA, body(operation), GenesysStatus.INVALID).body().toString()).contains("for chats only");
        }
    }
}
