package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.OlderChat;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.model.AgentId;
import io.patchbay.model.PlatformCommand.CustomerWrites;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents are told of a chat on the topic of interactions (CHOREOGRAPHY D3, genesys.md 13, 12). */
class InteractionNotificationsTest {
    private static final String DATA = "AttachUserData UpdateUserData DeleteUserData ";
    private static final String ALONE = "SendMessage SendStartTypingNotification SendStopTypingNotification InviteUser SingleStepTransfer "
            + "EndChatSession RequestChatHistory " + DATA + "Complete";
    private static final String TOGETHER = ALONE.replace("InviteUser ", "InviteUser LeaveConference ");

    private static OlderChat offered() {
        return new OlderChat(ContactStory.offered(ContactKind.CHAT));
    }

    private static OlderChat served() {
        return offered().request(ANA, "'Accept','nickname':'Annie'");
    }

    private static OlderChat invited() {
        OlderChat chat = served().request(ANA, "'InviteUser','agentId':'ben'");
        chat.story().asked(BEN);
        return chat;
    }

    private static OlderChat conference() {
        return invited().request(BEN, "'Accept','nickname':'Ben'");
    }

    private static JsonNode interaction(OlderChat chat) {
        List<ObjectNode> told = chat.data(ANA);
        assertThat(told).allMatch(data -> !data.has("referenceId"));
        return told.get(0).path("interaction");
    }

    @Test
    void an_offer_shows_the_whole_interaction() {
        OlderChat chat = offered();
        assertThat(chat.tells(ANA)).containsExactly("StatusChange(Invited)[]");
        assertThat(interaction(chat)).hasToString(("{'id':'0123456789ABCDEF','channel':'chat','state':'Invited',"
                + "'capabilities':['Accept','Reject'],'participants':[],'userData':{'segment':'gold','ANI':'+15551234','DNIS':'6001',"
                + "'queue':'sales'},'uri':'http://cti.example/api/v2/interactions/0123456789ABCDEF',"
                + "'path':'/interactions/0123456789ABCDEF'}").replace('\'', '"'));
        assertThat(chat.data(ANA).get(0).path("messageType").asText()).isEqualTo("InteractionStateChangeMessage");
    }

    @Test
    void accepting_tells_state_participants_and_the_whole_log() {
        OlderChat chat = offered();
        chat.story().given(new CustomerWrites("Hello"));
        chat.request(ANA, "'Accept','nickname':'Annie'");
        assertThat(chat.story().reply()).hasToString("{\"statusCode\":0}");
        assertThat(chat.tells(ANA)).containsExactly("StatusChange(Accepted)[]", "ParticipantsUpdated(Accepted)[Annie, Pat]",
                "NewMessages()[ParticipantJoined Pat, Text Pat, ParticipantJoined Annie]");
        assertThat(chat.capabilities(ANA)).isEqualTo(ALONE);
        ObjectNode log = chat.data(ANA).get(2);
        assertThat(log.path("messageType").asText()).isEqualTo("MessageLogUpdated");
        assertThat(log.path("interactionUri").asText()).isEqualTo("http://cti.example/api/v2/interactions/0123456789ABCDEF");
        assertThat(log.path("interactionPath").asText()).isEqualTo("/interactions/0123456789ABCDEF");
        assertThat(log.path("messages")).isEqualTo(chat.story().data(ANA).get(2).path("messages"));
    }

    @Test
    void an_offer_ends_as_completed() {
        assertThat(offered().request(ANA, "'Reject'").tells(ANA)).containsExactly("StatusChange(Completed)[]");
        OlderChat expired = offered();
        expired.story().expires();
        assertThat(expired.tells(ANA)).containsExactly("StatusChange(Completed)[]");
        assertThat(expired.capabilities(ANA)).isEmpty();
    }

    @Test
    void ending_the_chat_tells_every_agent_that_the_customer_left() {
        OlderChat chat = conference().request(ANA, "'EndChatSession'");
        assertThat(chat.story().reply()).hasToString("{\"status\":\"ok\"}");
        for (AgentId agent : List.of(ANA, BEN)) {
            assertThat(chat.tells(agent))
                    .containsExactly("ParticipantsUpdated(Accepted)[Annie, Ben]", "NewMessages()[ParticipantLeft Pat]");
            assertThat(chat.story().tells(agent)).containsExactly("P[Annie Ben]", "L(Left Pat All)");
            assertThat(chat.story().capabilities(agent)).isEqualTo(
                    "Leave SetInFocus SetDisposition AttachUserData DeleteUserData UpdateUserData Complete");
            assertThat(chat.capabilities(agent)).isEqualTo("LeaveConference RequestChatHistory " + DATA + "Complete");
        }
        assertThat(chat.story().customer()).containsExactly("PARTICIPANT_LEFT Pat", "CLOSED");
    }

    @Test
    void who_is_alone_works_on_after_the_end_of_the_chat() {
        OlderChat chat = served().request(ANA, "'EndChatSession'");
        assertThat(chat.tells(ANA)).containsExactly("ParticipantsUpdated(Accepted)[Annie]", "NewMessages()[ParticipantLeft Pat]");
        assertThat(chat.capabilities(ANA)).isEqualTo("RequestChatHistory " + DATA + "Complete");
        chat.request(ANA, "'AttachUserData','userData':{'k':'v'}");
        assertThat(chat.tells(ANA)).containsExactly("PropertiesUpdated(Accepted)[Annie]");
        assertThat(interaction(chat).at("/userData/k").asText()).isEqualTo("v");
        assertThat(chat.request(ANA, "'Complete'").tells(ANA)).containsExactly("StatusChange(Completed)[]");
    }

    @Test
    void an_invited_agent_joins_and_the_last_one_owns_the_chat() {
        assertThat(invited().tells(ANA)).isEmpty();
        assertThat(invited().tells(BEN)).containsExactly("StatusChange(Invited)[]");
        OlderChat chat = conference();
        assertThat(chat.tells(ANA))
                .containsExactly("ParticipantsUpdated(Accepted)[Annie, Ben, Pat]", "NewMessages()[ParticipantJoined Ben]");
        assertThat(chat.capabilities(ANA)).isEqualTo(TOGETHER);
        chat.request(ANA, "'LeaveConference','agentId':'ana'");
        assertThat(chat.story().reply()).hasToString("{\"status\":\"ok\"}");
        assertThat(chat.tells(ANA)).containsExactly("StatusChange(Completed)[]");
        assertThat(chat.tells(BEN)).containsExactly("ParticipantsUpdated(Accepted)[Ben, Pat]", "NewMessages()[ParticipantLeft Annie]");
        assertThat(chat.capabilities(BEN)).isEqualTo(ALONE);
        assertThat(chat.story().state().owner()).contains(BEN);
    }

    @Test
    void an_invitation_that_fails_is_an_error_without_a_number() {
        for (OlderChat chat : List.of(invited().request(BEN, "'Reject'"), nobody("'InviteUser','agentId':'nobody'"),
                nobody("'SingleStepTransfer','agentId':'nobody'"))) {
            assertThat(chat.tells(ANA)).containsExactly("Error(Accepted)[Annie, Pat]");
            assertThat(chat.data(ANA).get(0).path("errorMessage").asText()).isEqualTo("Operation failed");
            assertThat(interaction(chat).path("capabilities")).hasSize(ALONE.split(" ").length);
        }
    }

    private static OlderChat nobody(String body) {
        OlderChat chat = served().request(ANA, body);
        assertThat(chat.story().reply().has("referenceId")).isFalse();
        assertThat(chat.tells(ANA)).isEmpty();
        chat.story().refused(chat.story().state().messaging().invitations().get(0).agent().orElseThrow());
        return chat;
    }

    @Test
    void an_operation_of_either_generation_is_told_in_both() {
        OlderChat chat = served();
        chat.story().request(ANA, "'SendMessage','text':'Hi'");
        assertThat(chat.tells(ANA)).containsExactly("NewMessages()[Text Annie]");
        chat.request(ANA, "'Send','text':'Hi'");
        assertThat(chat.story().tells(ANA)).containsExactly("L(Text Annie All)");
        chat.request(ANA, "'SendStartTypingNotification'");
        assertThat(chat.tells(ANA)).containsExactly("NewMessages()[TypingStarted Annie]");
        chat.story().request(ANA, "'Leave'");
        assertThat(chat.tells(ANA)).containsExactly("StatusChange(Accepted)[]");
        assertThat(chat.capabilities(ANA)).isEqualTo(DATA + "Complete");
    }

    @Test
    void a_transfer_completes_at_once_and_invites_the_other() {
        OlderChat chat = served().request(ANA, "'SingleStepTransfer','agentId':'ben'");
        assertThat(chat.story().reply()).hasToString("{\"statusCode\":0}");
        assertThat(chat.tells(ANA)).containsExactly("StatusChange(Completed)[]");
        chat.story().asked(BEN);
        assertThat(chat.tells(BEN)).containsExactly("StatusChange(Invited)[]");
    }

    @Test
    void a_short_message_session_is_an_interaction_with_general_operations() {
        OlderChat chat = new OlderChat(ContactStory.served(ContactKind.SMS));
        assertThat(chat.data(ANA).get(1).at("/interaction/channel").asText()).isEqualTo("sms");
        assertThat(chat.capabilities(ANA)).isEqualTo("SingleStepTransfer Complete");
        assertThat(new OlderChat(ContactStory.offered(ContactKind.SMS)).capabilities(ANA)).isEqualTo("Reject");
    }
}
