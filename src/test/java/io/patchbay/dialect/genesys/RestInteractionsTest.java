package io.patchbay.dialect.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.contract.Posting;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The older generation through a real gateway: a chat whose older messages have left the state, one client on the topic of interactions and
 * one on the topic of chats (genesys.md 6).
 */
class RestInteractionsTest {
    private static final int WRITTEN = 90;
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final Rest ANA = Rest.basic(GATEWAY, "ana");
    private static final Rest BEN = Rest.basic(GATEWAY, "ben");
    private static final Posting CUSTOMER = new Posting(GATEWAY, "sim", List.of());
    private static final GenesysDesktop OLDER = GenesysDesktop.of(GATEWAY, "ana");
    private static final GenesysDesktop CHATS = GenesysDesktop.of(GATEWAY, "ana");
    private static final GenesysDesktop COLLEAGUE = GenesysDesktop.of(GATEWAY, "ben");
    private static String id;
    private static String path;

    @BeforeAll
    static void begin() {
        OLDER.listen("/v2/me/interactions");
        CHATS.listen("/v2/me/chats");
        COLLEAGUE.listen("/v2/me/interactions");
        ANA.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['chat']}");
        CUSTOMER.send("/platform/chats", "{\"nickname\":\"Pat\",\"queue\":\"sales\"}");
        HttpResponse<String> made = CUSTOMER.next();
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        id = ContactStory.json(made.body()).path("interaction").asText();
        path = "/me/interactions/" + id;
        ANA.done("/me/channels/chat", "Ready");
        OLDER.told(told -> told.at("/data/interaction/state").asText().equals("Invited"));
        ANA.accepted(path, "{'operationName':'Accept','nickname':'Annie'}");
        LongStream.rangeClosed(1, WRITTEN).forEach(RestInteractionsTest::write);
    }

    private static void write(long n) {
        CUSTOMER.send("/platform/interactions/" + id, "{\"action\":\"send\",\"text\":\"Text " + n + "\"}");
        assertThat(CUSTOMER.next().statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void end() {
        ANA.accepted(path, "{'operationName':'Complete'}");
        ANA.done("/me", "EndContactCenterSession");
        Stream.of(OLDER, CHATS, COLLEAGUE).forEach(GenesysDesktop::close);
    }

    private static List<List<Long>> logs(GenesysDesktop desktop) {
        return desktop.told().stream().filter(told -> told.at("/data/messageType").asText().equals("MessageLogUpdated"))
                .map(told -> told.at("/data/messages").valueStream().map(message -> message.path("index").asLong()).toList()).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void the_history_is_told_whole_or_from_an_index_to_clients_of_the_topic_and_nothing_overtakes_it() {
        long last = ANA.get("/me/chats/" + id + "/messages").at("/messages").size();
        await().until(() -> logs(OLDER).contains(List.of(last)) && logs(CHATS).contains(List.of(last)));
        int before = logs(OLDER).size();
        int chats = logs(CHATS).size();
        ANA.accepted(path, "{'operationName':'RequestChatHistory'}");
        ANA.accepted(path, "{'operationName':'SendMessage','text':'Behind'}");
        ANA.accepted(path, "{'operationName':'RequestChatHistory','eventId':20}");
        ANA.accepted(path, "{'operationName':'RequestChatHistory','eventId':'" + last + "'}");
        ANA.accepted(path, "{'operationName':'RequestChatHistory','eventId':900000000}");
        await().until(() -> logs(OLDER).size() >= before + 5);
        assertThat(logs(OLDER).subList(before, before + 5)).containsExactly(range(1, last), List.of(last + 1), range(20, last + 1),
                range(last, last + 1), List.of());
        await().until(() -> logs(CHATS).size() > chats);
        assertThat(logs(CHATS).subList(chats, logs(CHATS).size())).containsExactly(List.of(last + 1));
        assertThat(logs(COLLEAGUE)).isEmpty();
    }

    @Test
    void an_interaction_is_read_alone_and_in_lists() {
        JsonNode one = ANA.get(path).at("/interaction");
        assertThat(one.path("state").asText()).isEqualTo("Accepted");
        assertThat(one.path("channel").asText()).isEqualTo("chat");
        assertThat(one.path("uri").asText()).isEqualTo(ANA.get("/me/interactions").at("/uris/0").asText())
                .endsWith("/api/v2/interactions/" + id).doesNotContain("/me/");
        assertThat(ANA.get("/me/interactions?fields=*").at("/interactions/0")).isEqualTo(one);
        assertThat(ANA.get("/me/interactions?fields=id,state").at("/interactions"))
                .hasToString("[{\"id\":\"" + id + "\",\"state\":\"Accepted\"}]");
        assertThat(ANA.get("/me?subresources=interactions").at("/user/interactions/0")).isEqualTo(one);
        assertThat(ANA.get("/interactions/" + id).body()).isEqualTo(ANA.get(path).body());
        assertThat(ANA.get("/me/chats/" + id).at("/chat/state").asText()).isEqualTo("Chatting");
        assertThat(BEN.get("/me/interactions").at("/uris")).isEmpty();
        ANA.accepted("/interactions/" + id, "{'operationName':'SendStartTypingNotification'}");
    }

    @Test
    void what_the_agent_does_not_have_is_not_found_in_the_form_of_the_operation() {
        for (String other : List.of("/me/interactions/0000000000000000", "/me/interactions/x%00")) {
            assertThat(ANA.get(other).code()).as(other).isEqualTo(6);
            assertThat(ANA.post(other, "{'operationName':'Complete'}").http()).as(other).isEqualTo(404);
        }
        assertThat(BEN.get(path).code()).isEqualTo(6);
        assertThat(BEN.post(path, "{'operationName':'RequestChatHistory'}").code()).isEqualTo(6);
        HttpResponse<String> reply = BEN.raw("POST", path, "{\"operationName\":\"InviteUser\",\"agentId\":\"ana\"}");
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).startsWith("{\"status\":\"error\",\"errorDescription\":\"").doesNotContain("statusCode");
        assertThat(ANA.send("PUT", path, "{}").code()).isNotZero();
    }

    @Test
    void refusals_have_the_form_of_their_operation() {
        assertThat(ANA.post(path, "{}").code()).isEqualTo(1);
        assertThat(ANA.post(path, "[]").code()).isEqualTo(1);
        assertThat(ANA.post(path, "{'operationName':'Answer'}").code()).isEqualTo(2);
        assertThat(ANA.post(path, "{'operationName':'Accept'}").code()).isEqualTo(2);
        assertThat(ANA.post(path, "{'operationName':'AttachUserData','userData':{}}").code()).as("refused by the rules").isEqualTo(2);
        for (String body : List.of("{\"operationName\":\"InviteUser\"}", "{\"operationName\":\"InviteUser\",\"agentId\":\"ana\"}",
                "{\"operationName\":\"LeaveConference\"}")) {
            HttpResponse<String> reply = ANA.raw("POST", path, body);
            assertThat(reply.statusCode()).as(body).isEqualTo(400);
            assertThat(reply.body()).startsWith("{\"status\":\"error\",\"errorDescription\":\"").doesNotContain("statusCode");
        }
    }

    @Test
    void an_invitation_of_nobody_fails_later() {
        HttpResponse<String> reply = ANA.raw("POST", path, "{\"operationName\":\"InviteUser\",\"agentId\":\"nobody\"}");
        assertThat(reply.body()).isEqualTo("{\"status\":\"ok\"}");
        JsonNode error = OLDER.told(told -> told.at("/data/notificationType").asText().equals("Error"));
        assertThat(error.at("/data/interaction/id").asText()).isEqualTo(id);
        assertThat(error.path("data").has("referenceId")).isFalse();
    }
}
