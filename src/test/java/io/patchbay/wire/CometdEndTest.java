package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Polls that are cut or replaced, clients that are lost or take nothing, and the end of the door. */
class CometdEndTest extends CometdFixture {
    private static final String ACK = "{\"ack\":true}";

    @Test void a_later_poll_of_a_session_replaces_the_earlier_one() {
        CometdUser client = client("twice").ready("/**");
        CompletableFuture<HttpResponse<String>> first = held(client);
        CompletableFuture<HttpResponse<String>> second = client.poll();
        assertThat(first.join().statusCode()).isEqualTo(409);
        connection(client).send("/v2/me", "1");
        assertThat(CometdUser.json(second.join()).findValuesAsText("data")).containsExactly("1");
    }

    @Test void a_client_that_acknowledges_gets_again_what_was_lost_on_the_way() {
        CometdUser client = client("ack").handshake(ACK);
        client.ask(client.subscribe("/**"));
        long first = acknowledged(client.ask(client.connect(",\"ext\":{\"ack\":-1}")));
        connection(client).send("/v2/me", "1");
        JsonNode lost = client.ask(client.connect(",\"ext\":{\"ack\":" + first + "}"));
        assertThat(lost.findValuesAsText("data")).containsExactly("1");
        connection(client).send("/v2/me", "2");
        JsonNode again = client.ask(client.connect(",\"ext\":{\"ack\":" + first + "}"));
        assertThat(again.findValuesAsText("data")).as("the answer before was lost").containsExactly("1", "2");
        connection(client).send("/v2/me", "3");
        JsonNode next = client.ask(client.connect(",\"ext\":{\"ack\":" + acknowledged(again) + "}"));
        assertThat(next.findValuesAsText("data")).containsExactly("3");
    }

    @Test void a_text_is_not_written_to_a_poll_whose_connection_is_gone() throws Exception {
        CometdUser client = client("gone").ready("/**");
        try (RawClient raw = RawClient.connect(server.port.port())) {
            String body = client.connect("");
            raw.write("POST /api/notifications/connect HTTP/1.1\r\nHost: x\r\nAuthorization: " + CometdUser.basic(client.user)
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            await().until(() -> polls(client).size() == 1);
        }
        await().until(() -> polls(client).get(0).left().toCompletableFuture().isDone());
        connection(client).send("/v2/me", "1");
        assertThat(CometdUser.json(client.poll().join()).findValuesAsText("data")).containsExactly("1");
    }

    @Test void a_client_that_takes_nothing_is_closed_and_may_shake_hands_again() {
        for (String ext : List.of("{}", ACK)) {
            CometdUser client = client(ext.equals(ACK) ? "slow-ack" : "slow").handshake(ext);
            client.ask(client.subscribe("/**"));
            client.ask(client.connect(",\"ext\":{\"ack\":-1}"));
            ClientConnection connection = connection(client);
            String text = "\"" + "x".repeat(1000) + "\"";
            int sent = 0;
            while (connection.isOpen()) {
                connection.send("/v2/me", text);
                sent++;
                assertThat(connection.isBusy()).isEqualTo(sent * text.length() > QUEUE / ClientConnection.BUSY_SHARE);
            }
            assertThat(sent).isEqualTo(QUEUE / text.length() + 1);
            assertClosedOnce(client.user);
            assertThat(client.ask(client.connect("")).at("/0/advice/reconnect").asText()).isEqualTo("handshake");
        }
    }

    @Test void what_a_client_takes_no_longer_counts() {
        String text = "\"" + "x".repeat(3000) + "\"";
        for (String ext : List.of("{}", ACK)) {
            CometdUser client = client(ext.equals(ACK) ? "taking-ack" : "taking").handshake(ext);
            client.ask(client.subscribe("/**"));
            long batch = acknowledged(client.ask(client.connect(",\"ext\":{\"ack\":-1}")));
            ClientConnection connection = connection(client);
            for (int i = 0; i < 3 * QUEUE / text.length(); i += 10) {
                for (int j = 0; j < 10; j++) {
                    connection.send("/v2/me", text);
                }
                JsonNode told = client.ask(client.connect(",\"ext\":{\"ack\":" + batch + "}"));
                assertThat(told.findValuesAsText("data")).hasSize(10);
                batch = acknowledged(told);
            }
            client.ask(client.connect(",\"advice\":{\"timeout\":0},\"ext\":{\"ack\":" + batch + "}"));
            await().until(() -> !connection.isBusy());
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test void a_lost_client_is_closed_some_time_after_its_last_poll() {
        shortly("lost").handshake();
        assertClosedOnce("lost");
        shortly("lost-later").ready("/**");
        CometdUser poller = shortly("alive").ready("/**");
        while (events("lost-later").stream().noneMatch(ConnectionEvent.Closed.class::isInstance)) {
            assertThat(CometdUser.json(poller.poll().join()).at("/0/successful").asBoolean()).isTrue();
        }
        assertClosedOnce("lost-later");
        assertThat(connection(poller).isOpen()).isTrue();
        connection(poller).close(1000, "enough");
        assertClosedOnce("alive");
    }

    @Test void a_client_cannot_have_its_poll_held_longer() {
        CometdUser client = shortly("longer").ready("/**");
        assertThat(client.ask(client.connect(",\"advice\":{\"timeout\":86400000,\"interval\":86400000}")).at("/0/successful").asBoolean())
            .isTrue();
        assertClosedOnce("longer");
    }

    @Test void a_browser_holds_four_polls_and_repeats_the_others() {
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            held.add(held(client("tab-" + n).ofBrowser("b1").ready("/**")));
        }
        JsonNode fifth = CometdUser.json(client("tab-5").ofBrowser("b1").ready("/**").poll().join());
        assertThat(fifth.at("/0/advice/multiple-clients").asBoolean()).isTrue();
        assertThat(held).noneMatch(CompletableFuture::isDone);
        assertThat(held(client("tab-6").ofBrowser("b2").ready("/**"))).isNotDone();
    }

    @Test void a_door_has_a_limit_of_sessions() {
        CometdUser many = new CometdUser(HTTP, server.http("/few"), "many");
        String handshake = "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]";
        await().until(() -> many.post("", handshake).statusCode() == 503);
        await().until(() -> many.post("", handshake).statusCode() == 200);
    }

    @Test void replies_to_an_unknown_client_are_paced() {
        CometdUser client = new CometdUser(HTTP, server.http("/few"), "unknown");
        client.id = "nobody";
        assertThat(client.ask(client.connect("")).at("/0/error").asText()).startsWith("402::");
        CompletableFuture<HttpResponse<String>> held = client.poll();
        assertThat(client("others").handshake().ready("/**").id).as("others do not wait").isNotEmpty();
        assertThat(held).isNotDone();
        assertThat(CometdUser.json(held.join()).at("/0/error").asText()).startsWith("402::");
    }

    @Test void a_door_that_stops_answers_held_polls_and_knows_nobody_after_its_start() throws Exception {
        CometdUser client = client("restart").ready("/**");
        CompletableFuture<HttpResponse<String>> poll = held(client);
        server.camel.getRouteController().stopRoute("in-notifications");
        assertThat(poll).succeedsWithin(Duration.ofSeconds(5)).satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertClosedOnce("restart");
        server.camel.getRouteController().startRoute("in-notifications");
        JsonNode reply = client.ask(client.connect(""));
        assertThat(reply.at("/0/error").asText()).isEqualTo("402::Unknown client");
        assertThat(reply.at("/0/advice/reconnect").asText()).isEqualTo("handshake");
    }

    private static long acknowledged(JsonNode replies) {
        return replies.get(replies.size() - 1).at("/ext/ack").asLong();
    }
}
