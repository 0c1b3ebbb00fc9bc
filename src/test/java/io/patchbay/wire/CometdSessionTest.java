package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CometD session from its handshake to its end, as a client and as the route sees it. */
class CometdSessionTest extends CometdFixture {

    @Test void a_session_begins_with_a_handshake_takes_an_event_and_ends_with_a_disconnect() {
        CometdUser ana = client("ana").ready("/v2/me/calls");
        ClientConnection connection = connection(ana);
        assertThat(connection.id()).startsWith("cometd-");
        assertThat(connection.remote()).isEqualTo("127.0.0.1");
        assertThat(connection.credentials()).contains(new BasicCredentials("ana", "x"));
        assertThat(connection.isOpen()).isTrue();
        CompletableFuture<HttpResponse<String>> poll = held(ana);
        connection.send("/v2/me/calls", "{\"text\":\"Öl, \\\"raw\\\"\", \"n\":1.50}");
        String answer = poll.join().body();
        assertThat(answer).contains("{\"text\":\"Öl, \\\"raw\\\"\", \"n\":1.50}");
        JsonNode told = CometdUser.json(poll.join());
        assertThat(told.at("/0/channel").asText()).isEqualTo("/v2/me/calls");
        assertThat(told.at("/1/channel").asText()).isEqualTo("/meta/connect");
        CompletableFuture<HttpResponse<String>> last = held(ana);
        assertThat(ana.ask("[" + ana.message("/meta/disconnect", ",\"id\":\"9\"") + "]").at("/0/successful").asBoolean()).isTrue();
        assertThat(CometdUser.json(last.join()).findValuesAsText("reconnect")).containsExactly("none");
        assertClosedOnce("ana");
        connection.send("/v2/me/calls", "{}");
        assertThat(ana.ask(ana.connect("")).at("/0/error").asText()).startsWith("402::");
    }

    @ParameterizedTest
    @CsvSource({"/v2/me/calls,true", "/v2/me/*,true", "/v2/me/**,true", "/v2/**,true", "/**,true", "/*,false", "/v2/*,false",
        "/v2/me,false", "/v2/me/chats,false"})
    void a_text_reaches_a_client_that_has_subscribed_to_its_topic_or_to_a_wildcard_that_matches(String channel, boolean told) {
        CometdUser client = client("wild" + channel).ready(channel);
        assertThat(client.ask(client.subscribe("/top")).at("/0/successful").asBoolean()).isTrue();
        CompletableFuture<HttpResponse<String>> poll = held(client);
        connection(client).send("/v2/me/calls", "1");
        if (!told) {
            connection(client).send("/top", "2");
        }
        assertThat(CometdUser.json(poll.join()).findValuesAsText("data")).containsExactly(told ? "1" : "2");
    }

    @Test void a_handshake_is_answered_when_the_door_knows_the_client() {
        CompletableFuture<Void> busy = new CompletableFuture<>();
        BUSY.put("early", busy);
        CometdUser early = client("early");
        CompletableFuture<CometdUser> handshake = CompletableFuture.supplyAsync(early::handshake);
        await().until(() -> events("early").size() == 1);
        client("late").handshake();
        assertThat(handshake).isNotDone();
        busy.complete(null);
        assertThat(handshake.join()).isSameAs(early);
    }

    @Test void a_topic_of_one_level_reaches_the_wildcard_of_one_level() {
        CometdUser client = client("top").ready("/*");
        connection(client).send("/top", "1");
        assertThat(CometdUser.json(client.poll().join()).findValuesAsText("data")).containsExactly("1");
    }

    @Test void a_text_for_one_session_reaches_no_other_session_of_the_topic() {
        CometdUser ben = client("ben").ready("/**");
        CometdUser eve = client("eve").ready("/**");
        CompletableFuture<HttpResponse<String>> poll = held(eve);
        connection(ben).send("/v2/me", "\"for ben\"");
        assertThat(CometdUser.json(ben.poll().join()).findValuesAsText("data")).containsExactly("for ben");
        connection(eve).send("/v2/me", "\"for eve\"");
        assertThat(CometdUser.json(poll.join()).findValuesAsText("data")).containsExactly("for eve");
    }

    @Test void texts_keep_their_order_and_come_with_any_reply_after_the_handshake() {
        CometdUser client = client("order").ready("/**");
        for (int i = 0; i < 20; i++) {
            connection(client).send("/v2/me", String.valueOf(i));
        }
        assertThat(client.ask(client.subscribe("/v2/me")).findValuesAsText("data")).hasSize(20).element(13).isEqualTo("13");
    }

    @Test void a_text_without_a_topic_has_no_place_in_bayeux() {
        CometdUser client = client("plain").ready("/**");
        assertThatThrownBy(() -> connection(client).send("{}")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test void one_request_carries_several_messages_also_without_ids() {
        CometdUser client = client("several").handshake();
        JsonNode replies = client.ask("[" + client.message("/meta/subscribe", ",\"subscription\":\"/v2/me\"") + ","
            + client.message("/meta/subscribe", ",\"subscription\":[\"/v2/me/calls\",\"/v2/me/chats\"],\"id\":7") + ","
            + client.message("/meta/connect", ",\"connectionType\":\"long-polling\"") + "]");
        assertThat(replies.findValuesAsText("successful")).containsExactly("true", "true", "true");
        assertThat(replies.findValuesAsText("id")).containsExactly("7");
        connection(client).send("/v2/me/chats", "1");
        assertThat(CometdUser.json(client.poll().join()).findValuesAsText("data")).containsExactly("1");
    }

    @Test void the_advice_has_the_times_of_the_door_whatever_the_client_wants() {
        CometdUser client = client("times").handshake();
        JsonNode reply = client.ask(client.connect(",\"advice\":{\"timeout\":0,\"interval\":99999999}"));
        assertThat(reply.at("/0/advice").toString()).contains("\"interval\":0", "\"timeout\":30000", "\"reconnect\":\"retry\"");
    }

    @Test void a_client_may_keep_or_drop_the_cookie_of_the_library() throws Exception {
        CometdUser client = client("cookie");
        HttpResponse<String> reply = client.post("/handshake", "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]");
        String cookie = reply.headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie).startsWith("BAYEUX_BROWSER=").contains("HttpOnly", "Path=/");
        client.id = CometdUser.json(reply).at("/0/clientId").asText();
        var request = client.request("", client.connect("")).header("Cookie", cookie.split(";")[0]).build();
        var kept = HTTP.send(request, BodyHandlers.ofString());
        assertThat(CometdUser.json(kept).at("/0/successful").asBoolean()).isTrue();
        assertThat(client.ask(client.connect(",\"advice\":{\"timeout\":0}")).at("/0/successful").asBoolean()).isTrue();
        assertThat(kept.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test void a_body_comes_in_chunks_or_after_a_hundred_continue() throws Exception {
        CometdUser client = client("chunks").handshake();
        byte[] bytes = client.subscribe("/v2/me").getBytes();
        var chunked = client.request("", "").POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(bytes))).build();
        assertThat(CometdUser.json(HTTP.send(chunked, BodyHandlers.ofString())).at("/0/successful").asBoolean()).isTrue();
        try (RawClient raw = RawClient.connect(server.port.port())) {
            raw.write("POST /api/notifications/subscribe HTTP/1.1\r\nHost: x\r\nAuthorization: " + CometdUser.basic("chunks")
                + "\r\nExpect: 100-continue\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            assertThat(raw.head()).startsWith("HTTP/1.1 100 ");
            raw.write(bytes);
            assertThat(raw.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test void the_authenticator_gets_the_head_of_each_request() throws Exception {
        CometdUser client = client("head").handshake();
        ASKED.removeIf(request -> request.credentials().isEmpty() || request.credentials().get().user().equals("head"));
        HTTP.send(client.request("/connect?a=b", client.connect("")).header("X-Mark", "m").header("Cookie", "JSESSIONID=s").build(),
            BodyHandlers.ofString());
        HttpRequest asked = ASKED.stream().filter(request -> request.credentials().filter(c -> c.user().equals("head")).isPresent())
            .findFirst().orElseThrow();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /api/notifications/connect");
        assertThat(asked.header("x-mark")).contains("m");
        assertThat(asked.cookies()).containsEntry("JSESSIONID", "s");
        assertThat(asked.query()).containsEntry("a", "b");
        assertThat(asked.body()).isEmpty();
        assertThat(asked.remote()).isEqualTo("127.0.0.1");
    }
}
