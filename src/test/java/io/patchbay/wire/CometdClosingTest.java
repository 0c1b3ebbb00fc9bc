package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Clients of a port that closes them, because its member cannot serve. */
class CometdClosingTest extends CometdFixture {

    @Test void a_held_poll_is_answered_and_the_client_shakes_hands_again() {
        CometdUser client = client("sent-away").ready("/**");
        CompletableFuture<HttpResponse<String>> poll = held(client);
        connection(client).send("/v2/me", "1");
        assertThat(CometdUser.json(poll.join()).findValuesAsText("data")).containsExactly("1");
        CompletableFuture<HttpResponse<String>> next = held(client);
        server.port.closeClients();
        JsonNode ended = CometdUser.json(next.join());
        assertThat(ended.findValuesAsText("reconnect")).as(ended.toString()).doesNotContain("none");
        assertThat(client.ask(client.connect("")).at("/0/advice/reconnect").asText()).isEqualTo("handshake");
        assertClosedOnce("sent-away");
        client.ready("/**");
    }
}
