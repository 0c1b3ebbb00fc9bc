package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.ContactStory.offered;
import static io.patchbay.dialect.genesys.ContactStory.served;
import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.model.Cause;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.PlatformCommand.CustomerTypes;
import io.patchbay.model.PlatformCommand.CustomerWrites;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected lists are those of CHOREOGRAPHY D1: ana (A) serves Pat (X) alone; ben is nobody's colleague yet. */
class ContactNotificationsTest {
    private static final String DATA = "SetDisposition AttachUserData DeleteUserData UpdateUserData ";
    private static final String ALONE = "Transfer Leave Invite Consult SetInFocus " + DATA
            + "Complete SendMessage SendStartTypingNotification SendStopTypingNotification";
    private static final String OVER = "Leave SetInFocus " + DATA + "Complete";

    private static void told(ContactStory story, List<String> ana, List<String> customer) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEmpty();
        assertThat(story.customer()).as("customer").isEqualTo(customer);
    }

    private static JsonNode first(ContactStory story) {
        return story.data(ANA).get(0).path(story.kind().resource());
    }

    @ParameterizedTest
    @EnumSource(ContactKind.class)
    void an_offer_is_an_invitation_with_user_data(ContactKind kind) {
        ContactStory story = offered(kind);
        told(story, List.of("SC(Invited)"), List.of());
        assertThat(story.capabilities(ANA)).isEqualTo("Accept Reject");
        assertThat(first(story).path("userData")).hasToString(
                "{\"segment\":\"gold\",\"ANI\":\"+15551234\",\"DNIS\":\"6001\",\"queue\":\"sales\"}");
        assertThat(first(story).path("participants").isArray()).isTrue();
        assertThat(first(story).has("chatType")).isEqualTo(kind == ContactKind.CHAT);
    }

    @ParameterizedTest
    @EnumSource(ContactKind.class)
    void accepting_tells_state_participants_and_the_whole_log(ContactKind kind) {
        ContactStory story = offered(kind).given(new CustomerWrites("Hello")).request(ANA, "'Accept','nickname':'Annie'");
        assertThat(story.reply()).hasToString("{\"statusCode\":0}");
        told(story, List.of("SC(Chatting ref)", "P[Annie Pat]", "L(Joined Pat All, Text Pat All, Joined Annie All)"),
                List.of("PARTICIPANT_JOINED Annie", "ACTIVE"));
        assertThat(story.capabilities(ANA)).isEqualTo(ALONE);
        assertThat(first(story).path("participants")).isEmpty();
        assertThat(story.data(ANA).get(2).at("/messages").findValuesAsText("index")).containsExactly("1", "2", "3");
    }

    @Test
    void who_gives_no_nickname_is_called_by_its_name() {
        assertThat(served().tells(ANA)).contains("P[Ana Pat]");
    }

    @Test
    void what_another_client_of_the_agent_does_is_told_without_a_number() {
        told(offered(ContactKind.SMS).when(new Accept(ANA)), List.of("SC(Chatting)", "P[ana Pat]", "L(Joined Pat All, Joined ana All)"),
                List.of("PARTICIPANT_JOINED ana", "ACTIVE"));
        told(served().when(new Complete(ANA, true)), List.of("SC(Completed)"), List.of("PARTICIPANT_LEFT Ana", "CLOSED"));
    }

    @Test
    void an_offer_ends_by_rejection_by_expiry_and_by_the_customer() {
        ContactStory rejected = offered(ContactKind.SMS).request(ANA, "'Reject'");
        told(rejected, List.of("SC(Completed ref)"), List.of());
        assertThat(first(rejected).path("capabilities")).isEmpty();
        told(offered(ContactKind.SMS).expires(), List.of("SC(Revoked)"), List.of());
        told(offered(ContactKind.SMS).when(new CustomerLeaves()), List.of("SC(Revoked)"), List.of("PARTICIPANT_LEFT Pat", "CLOSED"));
        ContactStory next = offered(ContactKind.SMS).request(ANA, "'Reject'").found(BEN);
        assertThat(next.tells(BEN)).containsExactly("SC(Invited)");
        assertThat(next.tells(ANA)).isEmpty();
    }

    @Test
    void what_is_written_or_typed_reaches_its_sender_too() {
        told(served().request(ANA, "'SendMessage','text':'Hi'"), List.of("L(Text Ana All)"), List.of("TEXT Ana"));
        told(served().request(ANA, "'SendUrl','url':'http://x.example'"), List.of("L(PushUrl Ana All)"), List.of("URL Ana"));
        told(served().request(ANA, "'SendStartTypingNotification'"), List.of("L(TypingStarted Ana All)"), List.of());
        told(served().request(ANA, "'SendStopTypingNotification'"), List.of("L(TypingStopped Ana All)"), List.of());
        told(served().when(new CustomerWrites("Hello")), List.of("L(Text Pat All)"), List.of("TEXT Pat"));
        told(served().when(new CustomerTypes(true)), List.of("L(TypingStarted Pat All)"), List.of());
        told(served(ContactKind.CHAT).request(ANA, "'SendNicknameUpdatedNotice','noticeText':'Annie'"),
                List.of("L(NicknameUpdated Annie All)"), List.of("NICKNAME Ana"));
    }

    @Test
    void a_message_has_its_text_and_time_under_the_log_of_its_contact() {
        JsonNode told = served().request(ANA, "'SendMessage','text':'Hi'").data(ANA).get(0);
        assertThat(told.path("smssessionUri").asText()).isEqualTo("http://cti.example/api/v2/smssessions/" + ContactStory.CONTACT);
        assertThat(told.path("smssessionPath").asText()).isEqualTo("/smssessions/" + ContactStory.CONTACT);
        JsonNode message = told.at("/messages/0");
        assertThat(message.path("text").asText()).isEqualTo("Hi");
        assertThat(message.path("index").asInt()).isEqualTo(3);
        assertThat(message.path("timestamp").asText()).isEqualTo("2026-01-05 09:00:04.000+0000");
        assertThat(message.path("timestampSeconds").asLong()).isEqualTo(1767603604000L);
        JsonNode url = served(ContactKind.CHAT).request(ANA, "'SendUrl','url':'http://x.example'").data(ANA).get(0);
        assertThat(url.at("/messages/0/url").asText()).isEqualTo("http://x.example");
        assertThat(url.path("chatPath").asText()).isEqualTo("/chats/" + ContactStory.CONTACT);
    }

    @Test
    void the_only_agent_that_leaves_has_the_contact_until_it_completes() {
        ContactStory story = served().request(ANA, "'Leave'");
        told(story, List.of("SC(LeftChat ref)"), List.of("PARTICIPANT_LEFT Ana", "CLOSED"));
        assertThat(story.capabilities(ANA)).isEqualTo(OVER);
        told(story.request(ANA, "'Leave'"), List.of(), List.of());
        told(story.request(ANA, "'AttachUserData','userData':{'k':'v'}"), List.of("PU[] ref"), List.of());
        told(story.request(ANA, "'Complete'"), List.of("SC(Completed)"), List.of());
        told(served().request(ANA, "'Leave'").request(ANA, "'LeaveAndComplete'"), List.of("SC(Completed)"), List.of());
    }

    @Test
    void leaving_and_completing_in_one_is_told_as_both() {
        told(served().request(ANA, "'LeaveAndComplete'"), List.of("SC(LeftChat ref)", "SC(Completed)"),
                List.of("PARTICIPANT_LEFT Ana", "CLOSED"));
    }

    @Test
    void completing_ends_the_contact_for_the_customer() {
        told(served().request(ANA, "'Complete'"), List.of("SC(Completed)"), List.of("PARTICIPANT_LEFT Ana", "CLOSED"));
        told(served(ContactKind.CHAT).request(ANA, "'Complete','text':'Bye'"), List.of("L(Text Ana All)", "SC(Completed)"),
                List.of("TEXT Ana", "PARTICIPANT_LEFT Ana", "CLOSED"));
    }

    @Test
    void a_customer_that_leaves_leaves_the_agent_in_the_contact() {
        ContactStory story = served().when(new CustomerLeaves());
        told(story, List.of("P[Ana]", "L(Left Pat All)"), List.of("PARTICIPANT_LEFT Pat", "CLOSED"));
        assertThat(story.capabilities(ANA)).isEqualTo(OVER);
        assertThat(first(story).path("state").asText()).isEqualTo("Chatting");
        told(story.request(ANA, "'Leave'"), List.of("SC(LeftChat ref)"), List.of("PARTICIPANT_LEFT Ana"));
    }

    @Test
    void an_agent_that_logs_out_has_the_contact_no_longer() {
        told(served().when(new AgentLeft(ANA, Cause.LOGOUT)), List.of("SC(Completed)"), List.of("PARTICIPANT_LEFT Ana", "WAITING"));
        told(offered(ContactKind.SMS).when(new AgentLeft(ANA, Cause.LOGOUT)), List.of("SC(Revoked)"), List.of());
    }

    @Test
    void user_data_and_dispositions_are_told_as_properties_with_all_of_the_data() {
        ContactStory story = served().request(ANA, "'AttachUserData','userData':{'k':'v','n':{'a':[1]},'i':7,'z':null}");
        told(story, List.of("PU[Ana Pat] ref"), List.of());
        String before = "{\"segment\":\"gold\",\"ANI\":\"+15551234\",\"DNIS\":\"6001\",\"queue\":\"sales\",";
        assertThat(first(story).path("userData")).hasToString(before + "\"k\":\"v\",\"n\":{\"a\":[1]},\"i\":\"7\",\"z\":\"\"}");
        told(story.request(ANA, "'UpdateUserData','userData':{'k':'w'}"), List.of("PU[Ana Pat] ref"), List.of());
        told(story.request(ANA, "'DeleteUserData','keys':['n','i','z','nothing']"), List.of("PU[Ana Pat] ref"), List.of());
        assertThat(first(story).path("userData")).hasToString(before + "\"k\":\"w\"}");
        told(story.request(ANA, "'SetDisposition','disposition':'sale'"), List.of("PU[Ana Pat] ref"), List.of());
        assertThat(first(story).at("/userData/DispositionCode").asText()).isEqualTo("sale");
        told(story.request(ANA, "'SetDisposition','disposition':'whatever','dispositionKey':'D'"), List.of("PU[Ana Pat] ref"), List.of());
        assertThat(first(story).at("/userData/D").asText()).isEqualTo("whatever");
        told(story.when(new SetInteractionData(ANA, Map.of("k", "x"))), List.of("PU[Ana Pat]"), List.of());
    }

    @Test
    void focus_is_told_to_nobody() {
        told(served().request(ANA, "'SetInFocus'"), List.of(), List.of());
    }

    @Test
    void who_has_no_part_in_it_is_told_nothing() {
        ContactStory story = served().when(new CustomerWrites("Hello"));
        assertThat(List.of(story.tells(BEN), story.tells(CARO))).allMatch(List::isEmpty);
        story = served().request(ANA, "'Transfer','queueName':'sales'").when(new CustomerWrites("?"));
        assertThat(List.of(story.tells(ANA), story.tells(BEN))).allMatch(List::isEmpty);
    }
}
