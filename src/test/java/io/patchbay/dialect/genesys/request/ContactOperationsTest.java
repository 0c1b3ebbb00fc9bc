package io.patchbay.dialect.genesys.request;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Body;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.LogEntry;
import io.patchbay.model.MessagingCommand.LeaveContact;
import io.patchbay.model.MessagingCommand.SendMessage;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of the operations on chats and short-message sessions, apart from targets ({@link TargetsTest}). */
class ContactOperationsTest {
    private static final String VALUE = "do not repeat this";

    static OperationRefused refused(ContactStory story, String body, GenesysStatus status) {
        OperationRefused refused = catchThrowableOfType(OperationRefused.class, () -> story.plan(ANA, body));
        assertThat(refused).as("%s was accepted", body).isNotNull();
        assertThat(refused.status()).as(body).isEqualTo(status);
        assertThat(refused).hasMessageNotContaining(VALUE);
        return refused;
    }

    private static List<Body> commands(ContactStory story, String body) {
        return story.plan(ANA, body).steps().stream().map(Plan.Step::command).toList();
    }

    private static SendMessage text(Visibility visibility) {
        return new SendMessage(ANA, LogEntry.Kind.TEXT, "Bye", visibility);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SendMessage text", "SendToAgents text", "SendUrl url", "SendCustomNoticeToAgents noticeText",
        "SendNicknameUpdatedNotice noticeText", "SetDisposition disposition", "AttachUserData userData", "UpdateUserData userData",
        "DeleteUserData keys", "Transfer targetUri", "Consult targetUri", "Invite targetUri"})
    void a_parameter_that_is_missing_is_1_and_one_that_is_wrong_is_2(String each) {
        String operation = "'" + each.replaceFirst(" .*", "") + "'";
        String parameter = each.replaceFirst(".* ", "");
        for (String missing : List.of("", ",'" + parameter + "':null")) {
            assertThat(refused(ContactStory.served(), operation + missing, GenesysStatus.PARAMETER_MISSING))
                    .hasMessageContaining("The parameter " + parameter + " is missing");
        }
        for (String wrong : List.of("7", "true", "' '", parameter.equals("userData") ? "['" + VALUE + "']" : "{'" + VALUE + "':1}")) {
            assertThat(refused(ContactStory.served(), operation + ",'" + parameter + "':" + wrong, GenesysStatus.INVALID))
                    .hasMessageContaining("The parameter " + parameter + " must");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Complete','saveLAR':'yes'", "'Complete','queueName':7", "'Invite','userUri':7",
        "'SetDisposition','disposition':'x','dispositionKey':7", "'Consult','targetPath':{}", "'Transfer','queueName':' '"})
    void an_optional_parameter_that_is_wrong_is_2_as_well(String body) {
        refused(ContactStory.served(), body, GenesysStatus.INVALID);
    }

    @Test
    void an_operation_that_does_not_exist_or_is_not_possible_now_is_2() {
        assertThat(refused(ContactStory.served(), "'SendMesage','text':'x'", GenesysStatus.INVALID)).hasMessageContaining("SendMessage");
        refused(ContactStory.served(), "'Answer'", GenesysStatus.INVALID);
        refused(ContactStory.served(), "7", GenesysStatus.INVALID);
        refused(ContactStory.served(), "null", GenesysStatus.PARAMETER_MISSING);
        for (String body : List.of("'Accept'", "'Reject'", "'Conference'", "'SendToAgents','text':'x'", "'SendCustomNoticeToAgents',"
                + "'noticeText':'x'", "'SendStartTypingToAgentsNotification'")) {
            refused(ContactStory.served(), body, GenesysStatus.INVALID);
        }
        for (String body : List.of("'Leave'", "'Complete'", "'SendMessage','text':'x'", "'Consult','targetPath':'/users/ben'")) {
            refused(ContactStory.offered(ContactKind.SMS), body, GenesysStatus.INVALID);
        }
    }

    @Test
    void a_contact_that_the_agent_does_not_have_is_6() {
        refused(ContactStory.waiting(ContactKind.SMS), "'Accept'", GenesysStatus.NOT_FOUND);
        refused(ContactStory.served().request(ANA, "'Complete'"), "'Complete'", GenesysStatus.NOT_FOUND);
    }

    @Test
    void a_queue_for_post_processing_is_kept_as_data() {
        assertThat(commands(ContactStory.served(), "'Complete','queueName':'support'")).containsExactly(
                new SetInteractionData(ANA, "PostProcessingQueue", "support"), new Complete(ANA, true));
        assertThat(refused(ContactStory.served(), "'Complete','queueName':'" + VALUE + "'", GenesysStatus.NOT_FOUND))
                .hasMessageContaining("queueName");
        assertThat(commands(ContactStory.served(), "'Complete','queueName':null,'saveLAR':false")).hasSize(1);
    }

    @Test
    void who_was_called_last_is_kept_as_data_where_that_is_asked_for() {
        Map<String, String> data = Map.of("LastCalledAgent_EmployeeID", "ana", "LastCalledAgent_TimeStamp", "2026-01-05T09:00:00Z",
                "LCA_EmplID_chat", "ana", "LCA_TimeStamp_chat", "2026-01-05T09:00:00Z");
        ContactStory offered = ContactStory.offered(ContactKind.CHAT);
        assertThat(commands(offered, "'Accept','nickname':'Annie','saveLAR':true")).hasSize(2)
                .first().isEqualTo(new Accept(ANA, Optional.of("Annie")));
        assertThat(((SetInteractionData) commands(offered, "'Accept','saveLAR':true").get(1)).data()).isEqualTo(data);
        assertThat(((SetInteractionData) commands(ContactStory.served(ContactKind.CHAT), "'Complete','saveLAR':true").get(0)).data())
                .isEqualTo(data);
        assertThat(commands(ContactStory.served(), "'Complete','saveLAR':true").get(0).toString()).contains("LCA_EmplID_smssession");
    }

    @Test
    void a_farewell_is_written_before_an_agent_leaves_a_chat_and_not_to_a_telephone() {
        String bye = ",'text':'Bye','messageType':'Text','treatAs':'Normal'";
        ContactStory chat = ContactStory.served(ContactKind.CHAT);
        assertThat(commands(chat, "'Leave'" + bye)).containsExactly(text(Visibility.ALL), new LeaveContact(ANA));
        assertThat(commands(chat, "'Complete'" + bye)).containsExactly(text(Visibility.ALL), new Complete(ANA, true));
        assertThat(commands(chat, "'Transfer','queueName':'sales'" + bye)).hasSize(3).startsWith(text(Visibility.ALL))
                .element(1).isInstanceOf(TransferContact.class);
        assertThat(commands(ContactStory.served(), "'Leave'" + bye)).containsExactly(new LeaveContact(ANA));
        refused(chat, "'Leave','text':' '", GenesysStatus.INVALID);
        assertThat(commands(ContactStory.served(ContactKind.CHAT).when(new CustomerLeaves()), "'Complete'" + bye))
                .containsExactly(new Complete(ANA, true));
    }

    @Test
    void what_is_written_is_for_all_or_for_agents_by_who_writes_it() {
        ContactStory consulted = ContactStory.served().request(ANA, "'Consult','targetPath':'/users/ben'").asked(BEN)
                .request(BEN, "'Accept'");
        assertThat(commands(consulted, "'SendMessage','text':'Bye'")).containsExactly(text(Visibility.ALL));
        assertThat(commands(consulted, "'SendToAgents','text':'Bye'")).containsExactly(text(Visibility.AGENTS));
        for (String operation : List.of("'SendMessage','text':'Bye'", "'SendToAgents','text':'Bye'")) {
            assertThat(consulted.plan(BEN, operation).steps()).extracting(Plan.Step::command)
                    .containsExactly(new SendMessage(BEN, LogEntry.Kind.TEXT, "Bye", Visibility.AGENTS));
        }
    }

    @Test
    void a_consulted_agent_sends_and_leaves_and_does_nothing_else() {
        ContactStory consulted = ContactStory.served().request(ANA, "'Consult','targetPath':'/users/ben'").asked(BEN)
                .request(BEN, "'Accept'");
        for (String body : List.of("'Complete'", "'LeaveAndComplete'", "'SetDisposition','disposition':'sale'", "'Conference'",
                "'Transfer','queueName':'sales'", "'Invite','targetPath':'/users/caro'", "'SendCustomNoticeToAgents','noticeText':'x'",
                "'SendNicknameUpdatedNotice','noticeText':'x'")) {
            assertThatThrownBy(() -> consulted.plan(BEN, body)).as(body).isInstanceOfSatisfying(OperationRefused.class,
                    refused -> assertThat(refused.status()).isEqualTo(GenesysStatus.INVALID));
        }
        assertThat(consulted.plan(BEN, "'Leave'").steps()).isNotEmpty();
    }

    @Test
    void a_disposition_of_the_directory_is_the_disposition_of_the_contact_too() {
        assertThat(commands(ContactStory.served(), "'SetDisposition','disposition':'sale','dispositionKey':'D'")).containsExactly(
                new SetDisposition(ANA, "sale"), new SetInteractionData(ANA, "D", "sale"));
        assertThat(commands(ContactStory.served(), "'SetDisposition','disposition':'x'")).containsExactly(
                new SetInteractionData(ANA, "DispositionCode", "x"));
    }

    @Test
    void what_changes_nothing_has_no_command() {
        assertThat(commands(ContactStory.served(), "'SetInFocus','anything':[1]")).isEmpty();
        assertThat(commands(ContactStory.served().request(ANA, "'Leave'"), "'Leave'")).isEmpty();
    }
}
