package io.patchbay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** A port with CometD doors for a class of tests: one with times that no test reaches, one with short times, one with few places. */
@Timeout(60)
abstract class CometdFixture {
    static final int QUEUE = 64 * 1024;
    private static final String TOPICS = "/v2/me,/v2/me/calls,/v2/me/chats,/top";
    private static final String ROUTES = """
        - route:
            id: in-rest
            from:
              uri: door-http:/api
              parameters: {methods: "GET,POST", below: true}
              steps:
                - process: {ref: rest}
        - route:
            id: in-notifications
            from:
              uri: door-cometd:/api/notifications
              parameters: {authenticator: "#bean:users", topics: "%1$s", headers: X-Mark, timeout: 30s, maxInterval: 40s,
                           unknownPause: 1ms}
              steps:
                - process: {ref: door}
        - route:
            id: in-short
            from:
              uri: door-cometd:/short
              parameters: {authenticator: "#bean:users", topics: "%1$s", timeout: 100ms, maxInterval: 2s, sweepEvery: 20ms}
              steps:
                - process: {ref: door}
        - route:
            id: in-few
            from:
              uri: door-cometd:/few
              parameters: {authenticator: "#bean:users", topics: "%1$s", maxInterval: 2s, sweepEvery: 20ms, sessions: 3,
                           unknownPause: 2s}
              steps:
                - process: {ref: door}
        """.formatted(TOPICS);

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final List<ConnectionEvent> EVENTS = new CopyOnWriteArrayList<>();
    static final List<HttpRequest> ASKED = new CopyOnWriteArrayList<>();
    /** The door handles the events of these users only when their stage completes. */
    static final Map<String, CompletableFuture<Void>> BUSY = new ConcurrentHashMap<>();
    private static final CompletableFuture<Void> NOT_BUSY = CompletableFuture.completedFuture(null);
    static WireServer server;

    @BeforeAll
    static void start() throws Exception {
        EVENTS.clear();
        RequestAuthenticator users = request -> {
            ASKED.add(request);
            return request.credentials().<CompletableFuture<RequestAuthenticator.Decision>>map(known ->
                CompletableFuture.completedFuture(new RequestAuthenticator.User(known.user()))).orElseGet(() ->
                CompletableFuture.supplyAsync(() -> new RequestAuthenticator.Refusal(HttpResponse.json(403, "{\"statusCode\":20}"))));
        };
        server = WireServer.start(new WireLimits(4096, QUEUE, Duration.ofSeconds(20), Duration.ofSeconds(4), Duration.ofSeconds(4),
            Duration.ofSeconds(60), 4), ROUTES, Map.of("users", users,
            "door", (Processor) exchange -> {
                ConnectionEvent event = exchange.getIn().getBody(ConnectionEvent.class);
                EVENTS.add(event);
                BUSY.getOrDefault(event.connection().user().orElse(""), NOT_BUSY).join();
            },
            "rest", (Processor) exchange -> exchange.getMessage().setBody(HttpResponse.text(200, "rest"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static CometdUser client(String user) {
        return new CometdUser(HTTP, server.http("/api/notifications"), user);
    }

    static CometdUser shortly(String user) {
        return new CometdUser(HTTP, server.http("/short"), user);
    }

    /** The only session of this user, which no other test has. */
    static ClientConnection connection(CometdUser client) {
        return connection(client.user);
    }

    static ClientConnection connection(String user) {
        await().until(() -> events(user).stream().anyMatch(ConnectionEvent.Opened.class::isInstance));
        List<ConnectionEvent> all = events(user);
        assertThat(all.stream().map(ConnectionEvent::connection).distinct()).hasSize(1);
        return all.get(0).connection();
    }

    /** Returns when the door holds the poll: its loop has done what came before the second request. */
    static CompletableFuture<java.net.http.HttpResponse<String>> held(CometdUser client) {
        int before = polls(client).size();
        CompletableFuture<java.net.http.HttpResponse<String>> poll = client.poll();
        await().until(() -> polls(client).size() > before);
        HTTP.sendAsync(java.net.http.HttpRequest.newBuilder(server.http("/nothing")).build(), BodyHandlers.discarding()).join();
        return poll;
    }

    static List<HttpRequest> polls(CometdUser client) {
        return ASKED.stream().filter(request -> request.path().endsWith("/connect")
            && request.credentials().filter(known -> known.user().equals(client.user)).isPresent()).toList();
    }

    static List<ConnectionEvent> events(String user) {
        return EVENTS.stream().filter(event -> event.connection().user().orElseThrow().equals(user)).toList();
    }

    static void assertClosedOnce(String user) {
        await().until(() -> events(user).stream().anyMatch(ConnectionEvent.Closed.class::isInstance));
        assertThat(events(user)).extracting(event -> event.getClass().getSimpleName()).containsExactly("Opened", "Closed");
    }
}
