package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.NodeClients;
import io.patchbay.testing.Shell;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.cometd.client.ext.AckExtension;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.common.JacksonJSONContextClient;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.junit.jupiter.api.Test;

/** The public clients, in Java and in JavaScript, as they come. */
class CometdClientsTest extends CometdFixture {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test void the_client_in_java_works() throws Exception {
        HttpClient http = new HttpClient();
        http.start();
        List<Object> told = new CopyOnWriteArrayList<>();
        BayeuxClient client = java(http, "java");
        try {
            client.addExtension(new AckExtension());
            client.handshake();
            assertThat(client.waitFor(SOON.toMillis(), BayeuxClient.State.CONNECTED)).isTrue();
            client.getChannel("/v2/me/calls").subscribe((channel, message) -> told.add(message.getDataAsMap()),
                subscribed -> told.add(subscribed.isSuccessful()));
            await().untilAsserted(() -> assertThat(told).containsExactly(true));
            connection("java").send("/v2/me/calls", "{\"n\":\"1\"}");
            connection("java").send("/v2/me/calls", "{\"n\":\"2\"}");
            await().untilAsserted(() -> assertThat(told).containsExactly(true, Map.of("n", "1"), Map.of("n", "2")));
            client.getChannel("/v2/other").subscribe((channel, message) -> { }, refused -> told.add(refused.get("error")));
            await().untilAsserted(() -> assertThat(told).element(3).asString().startsWith("403:"));
            assertThat(client.disconnect(SOON.toMillis())).isTrue();
            assertClosedOnce("java");
        } finally {
            client.abort();
            http.stop();
        }
    }

    @Test void a_client_whose_session_is_closed_shakes_hands_again() throws Exception {
        HttpClient http = new HttpClient();
        http.start();
        BayeuxClient client = java(http, "again");
        try {
            List<Boolean> handshakes = new CopyOnWriteArrayList<>();
            client.getChannel(Channel.META_HANDSHAKE).addListener((ClientSessionChannel.MessageListener)
                (channel, message) -> handshakes.add(message.isSuccessful()));
            client.handshake();
            assertThat(client.waitFor(SOON.toMillis(), BayeuxClient.State.CONNECTED)).isTrue();
            connection("again").close(ClientConnection.TOO_SLOW, "too slow");
            await().untilAsserted(() -> assertThat(handshakes).containsExactly(true, true));
            await().until(() -> events("again").size() == 3);
            assertThat(events("again").get(2).connection().isOpen()).isTrue();
        } finally {
            client.disconnect(SOON.toMillis());
            http.stop();
        }
    }

    @Test void the_client_of_npm_works() {
        String url = server.http("/api/notifications").toString();
        try (Shell node = NodeClients.run("client.mjs", url, CometdUser.basic("node"))) {
            node.await("other false 403:", SOON);
            connection("node").send("/v2/me/calls", "{\"a\":[1,\"\u00fc\"]}");
            node.await("told /v2/me/calls {\"a\":[1,\"\u00fc\"]}", SOON);
            connection("node").send("/v2/me/chats", "\"bye\"");
            assertThat(node.exitCode()).as(node.output()).isZero();
            assertThat(node.output()).contains("handshake true", "subscribe true", "disconnect true");
        }
        assertClosedOnce("node");
    }

    private static BayeuxClient java(HttpClient http, String user) {
        Map<String, Object> options = new HashMap<>(Map.of(ClientTransport.JSON_CONTEXT_OPTION, new JacksonJSONContextClient()));
        return new BayeuxClient(server.http("/api/notifications").toString(), new JettyHttpClientTransport(options, http) {
            @Override
            protected void customize(Request request) {
                request.headers(headers -> headers.put("Authorization", CometdUser.basic(user)));
            }
        });
    }
}
