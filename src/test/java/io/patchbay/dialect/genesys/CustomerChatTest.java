package io.patchbay.dialect.genesys;

import static io.patchbay.dialect.genesys.Rest.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.Rest.Reply;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The customer's side of a chat, {@code /api/v2/chats} without credentials (genesys.md 5, BINDINGS), through a real gateway. */
class CustomerChatTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final Rest CUSTOMER = new Rest(GATEWAY);
    private static final Rest ANA = basic(GATEWAY, "ana");
    private static final Rest BEN = basic(GATEWAY, "ben");
    private static final String BEGIN = "{'operationName':'RequestChat','nickname':'Kim','subject':'Order 7','queue':'sales'}";

    @BeforeAll
    static void signIn() {
        for (Rest agent : List.of(ANA, BEN)) {
            agent.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['chat']}");
        }
    }

    @AfterAll
    static void signOut() {
        ANA.done("/me", "EndContactCenterSession");
        BEN.done("/me", "EndContactCenterSession");
    }

    @AfterEach
    void nothingIsLeft() {
        await().untilAsserted(() -> assertThat(ANA.get("/me/chats?fields=*").at("/chats")).isEmpty());
    }

    private static String begun() {
        Reply reply = CUSTOMER.post("/chats", BEGIN);
        assertThat(reply.code()).as(reply.body().toString()).isZero();
        String id = reply.at("/id").asText();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(reply.body().toString()).matches("\\{\"statusCode\":0,\"id\":\"" + id + "\",\"path\":\"/chats/" + id + "\",\"uri\":\""
                + "http://localhost:[0-9]+/api/v2/chats/" + id + "\"}");
        assertThat(reply.cookie()).isEmpty();
        return id;
    }

    private static JsonNode chat(String id) {
        Reply reply = CUSTOMER.get("/chats/" + id);
        assertThat(reply.code()).isZero();
        assertThat(reply.at("/chat/id").asText()).isEqualTo(id);
        return reply.at("/chat");
    }

    private static List<String> texts(String query, String id) {
        return CUSTOMER.get("/chats/" + id + "/messages" + query).at("/messages").valueStream()
                .map(message -> message.path("type").asText() + message.path("text").asText("")).toList();
    }

    private static String offered() {
        ANA.done("/me/channels/chat", "Ready");
        String id = await().until(() -> ANA.get("/me/chats?fields=id").at("/chats/0/id").asText(), found -> !found.isEmpty());
        ANA.done("/me/channels/chat", "NotReady");
        return id;
    }

    @Test
    void a_chat_from_its_request_to_its_end() {
        String id = begun();
        assertThat(chat(id)).hasToString("{\"id\":\"" + id + "\",\"state\":\"WaitingForAgent\",\"capabilities\":[\"SendMessage\","
                + "\"SendStartTypingNotification\",\"SendStopTypingNotification\",\"Complete\"],\"participants\":[{\"nickname\":\"Kim\","
                + "\"participantId\":\"" + chat(id).at("/participants/0/participantId").asText() + "\",\"type\":\"Customer\"}]}");
        String contact = offered();
        assertThat(contact).isNotEqualTo(id);
        assertThat(ANA.get("/me/chats/" + contact).at("/chat/userData/subject").asText()).isEqualTo("Order 7");
        ANA.accepted("/me/chats/" + contact, "{'operationName':'Accept','nickname':'Ann'}");
        assertThat(chat(id).path("state").asText()).isEqualTo("Chatting");
        assertThat(chat(id).path("participants").findValuesAsText("nickname")).containsExactly("Kim", "Ann");
        CUSTOMER.accepted("/chats/" + id, "{'operationName':'SendMessage','text':'Hello'}");
        CUSTOMER.done("/chats/" + id, "SendStartTypingNotification");
        CUSTOMER.done("/chats/" + id, "SendStopTypingNotification");
        ANA.accepted("/me/chats/" + contact, "{'operationName':'SendMessage','text':'Good day'}");
        assertThat(texts("", id)).containsExactly("ParticipantJoined", "ParticipantJoined", "TextHello", "TextGood day");
        long last = CUSTOMER.get("/chats/" + id + "/messages").at("/messages/3/index").asLong();
        assertThat(texts("?startIndex=" + last, id)).containsExactly("TextGood day");
        assertThat(texts("?startIndex=2&count=1", id)).containsExactly("ParticipantJoined");
        CUSTOMER.done("/chats/" + id, "Complete");
        assertThat(chat(id).path("state").asText()).isEqualTo("Completed");
        assertThat(chat(id).path("capabilities")).isEmpty();
        assertThat(CUSTOMER.post("/chats/" + id, "{'operationName':'SendMessage','text':'x'}").code()).isEqualTo(2);
        ANA.done("/me/chats/" + contact, "Complete");
    }

    @Test
    void the_secret_is_the_only_way_to_a_chat() {
        String id = begun();
        String contact = offered();
        for (String other : List.of(contact, id.toUpperCase(Locale.ROOT), "0".repeat(32), id + "0", "x", "%ff")) {
            assertThat(CUSTOMER.get("/chats/" + other).http()).as(other).isIn(400, 404);
            assertThat(CUSTOMER.get("/chats/" + other + "/messages").http()).as(other).isIn(400, 404);
            assertThat(CUSTOMER.post("/chats/" + other, "{'operationName':'Complete'}").http()).as(other).isIn(400, 404);
        }
        assertThat(ANA.get("/chats/" + id).code()).as("with credentials it is the agent's own list").isEqualTo(6);
        assertThat(ANA.get("/chats/" + contact).code()).isZero();
        for (Rest wrong : List.of(new Rest(GATEWAY, "Authorization", "Basic YW5hOndyb25n"), new Rest(GATEWAY, "Authorization", "x"),
                Rest.cookie(GATEWAY, "x"))) {
            assertThat(wrong.get("/chats/" + id).code()).isEqualTo(20);
            assertThat(wrong.post("/chats", BEGIN).code()).isEqualTo(20);
        }
        for (String path : List.of("/chats", "/me/chats", "/me/chats/" + id, "/smssessions/" + id, "/chats/" + id + "/participants")) {
            assertThat(CUSTOMER.get(path).code()).as(path).isEqualTo(20);
        }
        assertThat(chat(id).path("state").asText()).isEqualTo("WaitingForAgent");
        CUSTOMER.done("/chats/" + id, "Complete");
    }

    @Test
    void what_only_agents_may_see_is_not_there() {
        String id = begun();
        String contact = offered();
        ANA.done("/me/chats/" + contact, "Accept");
        BEN.done("/me/channels/chat", "Ready");
        assertThat(ANA.post("/me/chats/" + contact, "{'operationName':'Consult','targetPath':'/users/ben'}").code()).isZero();
        await().until(() -> BEN.get("/me/chats").at("/uris").size() == 1);
        BEN.done("/me/channels/chat", "NotReady");
        BEN.accepted("/me/chats/" + contact, "{'operationName':'Accept','nickname':'hidden'}");
        await().until(() -> ANA.get("/me/chats/" + contact).body().toString().contains("SendToAgents"));
        ANA.accepted("/me/chats/" + contact, "{'operationName':'SendCustomNoticeToAgents','noticeText':'hidden'}");
        BEN.accepted("/me/chats/" + contact, "{'operationName':'SendMessage','text':'hidden'}");
        ANA.accepted("/me/chats/" + contact, "{'operationName':'SendMessage','text':'shown'}");
        String all = CUSTOMER.get("/chats/" + id + "/messages").body().toString() + CUSTOMER.get("/chats/" + id).body();
        assertThat(all).contains("shown").doesNotContain("hidden", contact);
        assertThat(texts("?startIndex=3&count=1", id)).as("a page of hidden messages is never empty").containsExactly("Textshown");
        BEN.done("/me/chats/" + contact, "Leave");
        ANA.done("/me/chats/" + contact, "Complete");
        assertThat(chat(id).path("state").asText()).isEqualTo("Completed");
    }

    @Test
    void bad_input_is_told_and_does_nothing() {
        for (String[] bad : new String[][] {{"1", ""}, {"1", "x"}, {"1", "[]"}, {"1", "{}"}, {"1", "{'operationName':'RequestChat'}"},
                {"2", "{'operationName':'SendMessage','text':'x'}"}, {"2", "{'operationName':'RequestChat','nickname':7}"},
                {"2", "{'operationName':'RequestChat','nickname':' '}"},
                {"2", "{'operationName':'RequestChat','nickname':'K','queue':'nowhere'}"},
                {"2", "{'operationName':'RequestChat','nickname':'K','subject':{}}"}}) {
            Reply reply = CUSTOMER.post("/chats", bad[1]);
            assertThat(reply.code()).as(bad[1]).isEqualTo(Integer.parseInt(bad[0]));
            assertThat(reply.http()).isEqualTo(400);
        }
        String id = begun();
        for (String[] bad : new String[][] {{"1", "{'operationName':'SendMessage'}"}, {"2", "{'operationName':'SendMessage','text':''}"},
                {"2", "{'operationName':'SendMessage','text':['x']}"}, {"2", "{'operationName':'RequestChat','nickname':'K'}"},
                {"2", "{'operationName':'SendToAgents','text':'x'}"}, {"1", "{'text':'x'}"}}) {
            assertThat(CUSTOMER.post("/chats/" + id, bad[1]).code()).as(bad[1]).isEqualTo(Integer.parseInt(bad[0]));
        }
        assertThat(CUSTOMER.get("/chats/" + id + "/messages?count=x").code()).isEqualTo(2);
        assertThat(texts("", id)).containsExactly("ParticipantJoined");
        CUSTOMER.done("/chats/" + id, "Complete");
    }
}
