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
 * Reads and notifications of a short-message session through a real gateway (genesys.md 4.1). Its customer writes so much before ana
 * accepts that the older messages have left the state, and writes on while she does.
 */
class RestContactsTest {
    /** With the entry of the customer's arrival. */
    private static final int BEFORE = 90;
    private static final int MEANWHILE = 10;
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final Rest ANA = Rest.basic(GATEWAY, "ana");
    private static final Rest BEN = Rest.basic(GATEWAY, "ben");
    private static final Posting CUSTOMER = new Posting(GATEWAY, "sim", List.of());
    private static final GenesysDesktop DESKTOP = GenesysDesktop.of(GATEWAY, "ana");
    private static String id;
    private static String contact;

    @BeforeAll
    static void begin() {
        DESKTOP.listen("/v2/me/smssessions");
        ANA.accepted("/me", "{'operationName':'StartContactCenterSession','channels':['chat']}");
        CUSTOMER.send("/platform/sms", "{\"from\":\"+15550188\",\"to\":\"sales\",\"text\":\"Text 2\"}");
        HttpResponse<String> made = CUSTOMER.next();
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        id = ContactStory.json(made.body()).path("interaction").asText();
        contact = "/me/smssessions/" + id;
        LongStream.rangeClosed(3, BEFORE).forEach(RestContactsTest::write);
        ANA.done("/me/channels/chat", "Ready");
        DESKTOP.told(told -> told.at("/data/smssession/state").asText().equals("Invited"));
        LongStream.range(0, MEANWHILE).forEach(n -> send("Wait"));
        ANA.accepted(contact, "{'operationName':'Accept'}");
        LongStream.range(0, MEANWHILE).forEach(n -> assertThat(CUSTOMER.next().statusCode()).isEqualTo(200));
    }

    private static void write(long n) {
        send("Text " + n);
        assertThat(CUSTOMER.next().statusCode()).isEqualTo(200);
    }

    private static void send(String text) {
        CUSTOMER.send("/platform/interactions/" + id, "{\"action\":\"send\",\"text\":\"" + text + "\"}");
    }

    @AfterAll
    static void end() {
        ANA.accepted(contact, "{'operationName':'Complete'}");
        ANA.done("/me", "EndContactCenterSession");
        DESKTOP.close();
    }

    private static Stream<JsonNode> logged() {
        return DESKTOP.told().stream().filter(told -> told.at("/data/messageType").asText().equals("MessageLogUpdated"))
                .flatMap(told -> told.at("/data/messages").valueStream());
    }

    private static List<Long> indexes(Stream<JsonNode> messages) {
        return messages.map(message -> message.path("index").asLong()).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static JsonNode messages(String query) {
        Rest.Reply reply = ANA.get(contact + "/messages" + query);
        assertThat(reply.code()).isZero();
        return reply.at("/messages");
    }

    @Test
    void the_whole_log_comes_in_order_and_nothing_overtakes_it() {
        long last = BEFORE + MEANWHILE + 1;
        await().until(() -> logged().count() >= last);
        assertThat(indexes(logged()).subList(0, (int) last)).isEqualTo(range(1, last));
        assertThat(logged().skip(1).limit(BEFORE - 1).map(message -> message.path("text").asText()))
                .isEqualTo(LongStream.rangeClosed(2, BEFORE).mapToObj(n -> "Text " + n).toList());
        List<String> order = DESKTOP.told().stream().map(told -> told.at("/data/notificationType").asText())
                .dropWhile(type -> !type.equals("ParticipantsUpdated")).toList();
        assertThat(order).startsWith("ParticipantsUpdated", "NewMessages");
    }

    @Test
    void the_log_is_read_whole_and_in_part() {
        JsonNode all = messages("");
        assertThat(indexes(all.valueStream())).isEqualTo(range(1, all.size())).hasSizeGreaterThan(BEFORE + MEANWHILE);
        assertThat(indexes(messages("?startIndex=20&count=30").valueStream())).isEqualTo(range(20, 49));
        assertThat(indexes(messages("?count=3").valueStream())).isEqualTo(range(1, 3));
        assertThat(indexes(messages("?startIndex=85&count=10").valueStream())).isEqualTo(range(85, 94));
        assertThat(messages("?startIndex=100000")).isEmpty();
        assertThat(messages("?count=0")).isEmpty();
        assertThat(all.get(1)).isEqualTo(messages("?startIndex=2&count=1").get(0));
        for (String wrong : List.of("?startIndex=x", "?count=-1", "?startIndex=")) {
            assertThat(ANA.get(contact + "/messages" + wrong).code()).as(wrong).isEqualTo(2);
        }
    }

    @Test
    void a_message_that_was_accepted_is_in_the_log_that_is_read_next() {
        for (int n = 0; n < 5; n++) {
            String text = "Read " + n;
            ANA.accepted(contact, "{'operationName':'SendMessage','text':'" + text + "'}");
            JsonNode log = messages("");
            assertThat(log.get(log.size() - 1).path("text").asText()).isEqualTo(text);
        }
    }

    @Test
    void a_contact_is_read_alone_and_in_lists() {
        JsonNode one = ANA.get(contact).at("/smssession");
        assertThat(one.path("state").asText()).isEqualTo("Chatting");
        assertThat(one.path("uri").asText()).isEqualTo(ANA.get("/me/smssessions").at("/uris/0").asText()).endsWith("/smssessions/" + id)
                .doesNotContain("/me/");
        assertThat(one.at("/userData/ANI").asText()).isEqualTo("+15550188");
        assertThat(ANA.get("/me/smssessions?fields=*").at("/smssessions/0")).isEqualTo(one);
        assertThat(ANA.get("/me/smssessions?fields=id,state").at("/smssessions"))
                .hasToString("[{\"id\":\"" + id + "\",\"state\":\"Chatting\"}]");
        assertThat(ANA.get("/me?subresources=smssessions,chats").at("/user/smssessions/0")).isEqualTo(one);
        assertThat(ANA.get("/me/chats?fields=*").at("/chats")).isEmpty();
        assertThat(BEN.get("/me/smssessions").at("/uris")).isEmpty();
    }

    @Test
    void paths_without_me_and_with_the_misprint_mean_the_same() {
        JsonNode one = ANA.get(contact).body();
        for (String path : List.of("/smssessions/", "/smsessions/", "/me/smsessions/")) {
            assertThat(ANA.get(path + id).body()).as(path).isEqualTo(one);
            assertThat(ANA.get(path + id + "/messages?count=1").at("/messages/0/index").asInt()).as(path).isEqualTo(1);
            ANA.done(path + id, "SetInFocus");
        }
        assertThat(ANA.get("/smsessions").at("/uris")).hasSize(1);
    }

    @Test
    void what_the_agent_does_not_have_is_not_found() {
        for (String path : List.of("/me/chats/" + id, "/me/smssessions/0000000000000000", "/me/smssessions/" + id + "/participants")) {
            assertThat(ANA.get(path).code()).as(path).isEqualTo(6);
            assertThat(ANA.get(path).http()).as(path).isEqualTo(404);
            assertThat(ANA.post(path, "{'operationName':'SetInFocus'}").code()).as(path).isEqualTo(6);
        }
        for (String path : List.of("/me/smssessions/" + id, "/me/smssessions/" + id + "/messages")) {
            assertThat(BEN.get(path).code()).as(path).isEqualTo(6);
        }
        assertThat(BEN.post("/me/smssessions/" + id, "{'operationName':'SendMessage','text':'x'}").code()).isEqualTo(6);
    }

    @Test
    void refusals_reach_the_client_with_their_status() {
        for (String body : List.of("{'operationName':'SendMessage'}", "{}")) {
            assertThat(ANA.post(contact, body).code()).isEqualTo(1);
            assertThat(ANA.post(contact, body).http()).isEqualTo(400);
        }
        assertThat(ANA.post(contact, "{'operationName':'Accept'}").code()).isEqualTo(2);
        String tooLong = "{'operationName':'SendNicknameUpdatedNotice','noticeText':'" + "x".repeat(81) + "'}";
        assertThat(ANA.post(contact, tooLong).code()).as("refused by the rules").isEqualTo(2);
    }

    @Test
    void an_operation_that_fails_later_has_the_number_of_its_reply() {
        int number = ANA.post(contact, "{'operationName':'Consult','targetUri':'http://x/api/v2/users/nobody'}").at("/referenceId").asInt();
        JsonNode error = DESKTOP.told(told -> told.at("/data/notificationType").asText().equals("Error"));
        assertThat(error.at("/data/referenceId").asInt()).isEqualTo(number).isPositive();
        assertThat(error.at("/data/smssession/id").asText()).isEqualTo(id);
    }
}
