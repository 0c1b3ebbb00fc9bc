package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a CometD door refuses, each in the words of HTTP or of Bayeux, and without an effect on a session. */
class CometdRefusalTest extends CometdFixture {

    @Test void the_session_of_another_user_is_refused_like_one_that_does_not_exist() {
        CometdUser ana = client("ana").ready("/**");
        CometdUser eve = client("eve");
        for (String body : List.of("/meta/connect", "/meta/subscribe", "/meta/unsubscribe", "/meta/disconnect", "/v2/me", "/service/x")) {
            eve.id = ana.id;
            var stolen = eve.post("", "[" + eve.message(body, ",\"id\":\"4\",\"subscription\":\"/top\",\"data\":1") + "]");
            eve.id = "0".repeat(ana.id.length());
            var unknown = eve.post("", "[" + eve.message(body, ",\"id\":\"4\",\"subscription\":\"/top\",\"data\":1") + "]");
            assertThat(CometdUser.json(stolen).at("/0/error").asText()).isEqualTo("402::Unknown client");
            assertThat(stolen.body()).isEqualTo(unknown.body());
            assertThat(stolen.headers().map()).isEqualTo(unknown.headers().map());
        }
        eve.id = ana.id;
        assertThat(eve.ask(eve.connect("")).toString())
            .isEqualTo("[{\"advice\":{\"interval\":0,\"reconnect\":\"handshake\"},\"channel\":\"/meta/connect\",\"id\":\"2\","
                + "\"error\":\"402::Unknown client\",\"successful\":false}]");
        connection(ana).send("/v2/me", "1");
        assertThat(CometdUser.json(ana.poll().join()).findValuesAsText("data")).containsExactly("1");
    }

    @Test void a_message_for_a_second_session_in_a_request_is_refused() {
        CometdUser one = client("two-one").handshake();
        CometdUser two = client("two-two").handshake();
        JsonNode replies = one.ask("[" + one.message("/meta/subscribe", ",\"subscription\":\"/top\"") + ","
            + two.message("/meta/subscribe", ",\"subscription\":\"/top\"") + "]");
        assertThat(replies.findValuesAsText("successful")).containsExactly("true", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/v2/other", "/v2/me/calls/deeper", "/meta/connect", "/meta/**", "/service/x", "/v2/me/calls/*"})
    void other_subscriptions_are_forbidden(String channel) {
        CometdUser client = client("sub" + channel).handshake();
        JsonNode reply = client.ask(client.subscribe(channel));
        assertThat(reply.at("/0/successful").asBoolean(true)).isFalse();
        assertThat(reply.at("/0/error").asText()).startsWith("403:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/me/calls", "/v2/me/*", "/other", "/service/x", "/meta/other"})
    void clients_publish_nothing_and_create_no_channel(String channel) {
        CometdUser client = client("pub" + channel).ready("/**");
        JsonNode reply = client.ask("[" + client.message(channel, ",\"id\":\"5\",\"data\":{\"a\":1}") + "]");
        assertThat(reply).hasSize(1);
        assertThat(reply.at("/0/error").asText()).startsWith("403:");
        assertThat(connection(client).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "7", "\"x\"", "[null]", "[7]", "[[]]", "[{}]", "{\"channel\":\"/meta/connect\"}", "[{",
        "[{\"channel\":\"/meta/connect\"}] x", "[{\"channel\":7}]", "[{\"channel\":\"/meta/connect\",\"clientId\":{}}]",
        "[{\"channel\":\"/meta/connect\",\"id\":[]}]", "[{\"channel\":\"/meta/connect\",\"advice\":7}]",
        "[{\"channel\":\"/meta/connect\",\"advice\":{\"timeout\":\"x\"}}]", "[{\"channel\":\"/meta/connect\",\"ext\":[]}]",
        "[{\"channel\":\"/meta/connect\",\"ext\":{\"ack\":true}}]", "[{\"channel\":\"/meta/subscribe\",\"subscription\":[7]}]",
        "[{\"channel\":\"/meta/subscribe\",\"subscription\":[]}]", "[{\"channel\":\"/meta/subscribe\",\"subscription\":{}}]",
        "[{\"channel\":\"/meta/handshake\"},{\"channel\":\"/meta/connect\"}]",
        "not json", "\u0000"})
    void what_is_no_list_of_messages_is_a_bad_request(String body) {
        assertThat(client("garbage").post("/connect", body).statusCode()).isEqualTo(400);
        assertThat(events("garbage")).isEmpty();
    }

    @Test void what_is_too_deep_too_long_or_not_utf8_is_refused() throws Exception {
        CometdUser client = client("deep");
        String deep = "[{\"channel\":\"/meta/connect\",\"data\":" + "[".repeat(500) + "]".repeat(500) + "}]";
        assertThat(client.post("", deep).statusCode()).isEqualTo(400);
        assertThat(client.post("", "[" + " ".repeat(5000) + "]").statusCode()).isEqualTo(413);
        var latin = client.request("", "").POST(BodyPublishers.ofByteArray(new byte[] {'[', '"', (byte) 0xe4, '"', ']'})).build();
        assertThat(HTTP.send(latin, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @Test void the_dialect_renders_what_the_door_refuses() {
        server.port.useErrorRenderers(List.of(new ErrorRenderer() {
            @Override
            public boolean renders(String path) {
                return path.startsWith("/api/");
            }

            @Override
            public HttpResponse refused(int status, String sentence) {
                return HttpResponse.json(status, "{\"statusCode\":1,\"statusMessage\":\"" + sentence + "\"}");
            }
        }));
        try {
            var answer = client("rendered").post("/connect", "[]");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                .isEqualTo("{\"statusCode\":1,\"statusMessage\":\"The body is not a JSON array of Bayeux messages.\"}");
        } finally {
            server.port.useErrorRenderers(List.of());
        }
    }

    @Test void a_stranger_gets_the_response_of_the_authenticator() throws Exception {
        var request = HttpRequest.newBuilder(server.http("/api/notifications")).POST(BodyPublishers.ofString("[]")).build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"statusCode\":20}");
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "PUT", "DELETE"})
    void other_methods_are_not_allowed(String method) throws Exception {
        for (String below : List.of("", "/connect")) {
            var request = HttpRequest.newBuilder(URI.create(server.http("/short") + below)).method(method, BodyPublishers.noBody()).build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).contains("OPTIONS, POST");
        }
        var options = HttpRequest.newBuilder(server.http("/short")).method("OPTIONS", BodyPublishers.noBody()).build();
        assertThat(HTTP.send(options, BodyHandlers.ofString()).headers().firstValue("allow")).contains("OPTIONS, POST");
    }

    @Test void a_door_with_a_longer_path_is_served_before_a_door_above_it() throws Exception {
        var above = HttpRequest.newBuilder(server.http("/api/other")).POST(BodyPublishers.ofString("[]")).build();
        assertThat(HTTP.send(above, BodyHandlers.ofString()).body()).isEqualTo("rest");
        assertThat(client("longer").handshake().id).isNotEmpty();
    }
}
