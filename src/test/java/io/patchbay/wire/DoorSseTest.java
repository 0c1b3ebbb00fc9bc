package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorSseTest {

    private static final String ROUTES = """
        - route:
            id: in-news
            from:
              uri: door-ws:/news
              parameters: {authenticator: "#bean:porter"}
              steps:
                - process: {ref: door}
        - route:
            id: in-news-stream
            from:
              uri: door-sse:/news
              parameters: {authenticator: "#bean:porter", commentEvery: 100ms}
              steps:
                - process: {ref: door}
        """;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ConnectionEvent> signals = new CopyOnWriteArrayList<>();
    private WireServer server;
    private Metrics metrics;

    @BeforeEach void start() throws Exception {
        UpgradeAuthenticator porter = request -> CompletableFuture.supplyAsync(() -> request.credentials().isPresent() ? Optional.empty()
            : Optional.of(new io.patchbay.wire.HttpResponse(401, "text/plain", "Who are you?", Map.of("WWW-Authenticate", "Basic"))));
        Processor door = exchange -> signals.add(exchange.getIn().getBody(ConnectionEvent.class));
        server = new WireServer(WireServer.tight());
        metrics = Metrics.of(server.camel);
        server.run(ROUTES, Map.of("porter", porter, "door", door));
    }

    @AfterEach void stop() {
        server.close();
        metrics.close();
    }

    private HttpRequest.Builder asked(String query) {
        return HttpRequest.newBuilder(server.http("/news" + query)).header("Authorization", "Basic YW5hOmFuYQ==");
    }

    private ClientConnection opened() {
        await().until(() -> signals.stream().anyMatch(ConnectionEvent.Opened.class::isInstance));
        return signals.get(0).connection();
    }

    @Test void what_is_sent_arrives_block_by_block_with_comments_in_between() throws Exception {
        HttpResponse<InputStream> stream = http.send(asked("?types=a%2Cb").header("Last-Event-ID", "7").build(),
            BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("content-type")).hasValue("text/event-stream");
        ClientConnection client = opened();
        assertThat(client.query()).containsExactlyInAnyOrderEntriesOf(Map.of("types", "a,b", "Last-Event-ID", "7"));
        assertThat(client.credentials()).map(BasicCredentials::user).hasValue("ana");
        client.send("data: Öl\n\n");
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        List<String> read = new ArrayList<>();
        while (!read.contains("data: Öl") || !read.get(read.size() - 1).equals(":")) {
            read.add(lines.readLine());
        }
        client.close(1000, "enough");
        assertThat(lines.lines().toList()).as("nothing but the rest of a comment, then the end").isSubsetOf("", ":");
        await().until(() -> signals.stream().anyMatch(ConnectionEvent.Closed.class::isInstance));
    }

    @Test void a_port_that_closes_its_clients_ends_the_stream() throws Exception {
        try (InputStream stream = http.send(asked("").build(), BodyHandlers.ofInputStream()).body()) {
            opened();
            server.port.closeClients();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace(":", "").strip()).isEmpty();
            await().until(() -> signals.stream().anyMatch(ConnectionEvent.Closed.class::isInstance));
        }
    }

    @Test void a_proxy_must_not_collect_or_keep_the_stream_and_head_says_so_too() throws Exception {
        try (InputStream stream = http.send(asked("").build(), BodyHandlers.ofInputStream()).body()) {
            assertThat(stream.read()).isEqualTo(':');
        }
        for (String method : List.of("GET", "HEAD")) {
            var answer = http.send(asked("").method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
            answer.body().close();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("x-accel-buffering")).hasValue("no");
            assertThat(answer.headers().firstValue("cache-control")).hasValue("no-cache");
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
        }
        assertThat(signals.stream().filter(ConnectionEvent.Opened.class::isInstance)).as("HEAD opens no stream").hasSize(2);
    }

    @Test void a_client_that_leaves_is_closed() throws Exception {
        InputStream stream = http.send(asked("").build(), BodyHandlers.ofInputStream()).body();
        opened();
        stream.close();
        await().until(() -> signals.stream().anyMatch(ConnectionEvent.Closed.class::isInstance));
    }

    @Test void who_does_not_read_is_cut() throws Exception {
        try (RawClient raw = RawClient.connect(server.port.port())) {
            raw.write("GET /news HTTP/1.1\r\nHost: x\r\nAuthorization: Basic YW5hOmFuYQ==\r\n\r\n");
            ClientConnection client = opened();
            String block = "data: " + "x".repeat(1000) + "\n\n";
            await().until(() -> {
                for (int i = 0; i < 1000 && client.isOpen(); i++) {
                    client.send(block.repeat(20));
                }
                return !client.isOpen();
            });
            await().until(() -> signals.stream().anyMatch(ConnectionEvent.Closed.class::isInstance));
            assertThat(metrics.text()).contains("patchbay_clients_slow_total{door=\"in-news-stream\"} 1.0");
        }
    }

    @Test void a_stranger_gets_the_answer_of_the_authenticator_and_no_stream() throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(server.http("/news")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("Who are you?");
        assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Basic");
        assertThat(signals).isEmpty();
    }

    @Test void a_stranger_is_not_upgraded_and_others_are() {
        WebSocket.Listener deaf = new WebSocket.Listener() { };
        assertThatThrownBy(() -> http.newWebSocketBuilder().buildAsync(server.ws("/news"), deaf).join())
            .hasCauseInstanceOf(WebSocketHandshakeException.class)
            .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause()).getResponse().statusCode()).isEqualTo(401));
        assertThat(signals).isEmpty();
        http.newWebSocketBuilder().header("Authorization", "Basic YW5hOmFuYQ==").buildAsync(server.ws("/news"), deaf).join().abort();
        assertThat(opened().id()).startsWith("ws-");
    }

    @Test void what_is_no_request_for_events_is_refused() throws Exception {
        assertThat(http.send(asked("").header("Accept", "application/json").build(), BodyHandlers.ofString()).statusCode()).isEqualTo(406);
        RawClient raw = RawClient.connect(server.port.port());
        raw.write("GET /news?types=%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Basic YW5hOmFuYQ==\r\n\r\n");
        assertThat(raw.head()).startsWith("HTTP/1.1 400");
        raw.close();
        assertThat(signals).isEmpty();
    }
}
