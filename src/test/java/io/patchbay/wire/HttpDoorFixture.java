package io.patchbay.wire;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A port with three routes: one that answers at once, one that sees what a careless route sees, one that waits for the test. */
abstract class HttpDoorFixture {
    static final String[] SIM = {"Authorization", "Basic c2ltOnNpbQ=="};
    private static final String ROUTES = """
        - route:
            id: in-platform
            from:
              uri: door-http:/platform
              parameters: {methods: "GET,POST", below: true, headers: "X-Named,Content-Type"}
              steps:
                - process: {ref: door}
        - route:
            id: in-careless
            from:
              uri: door-http:/careless
              parameters: {methods: POST}
              steps:
                - process: {ref: careless}
        - route:
            id: in-waiting
            from:
              uri: door-http:/waiting
              steps:
                - bean: {ref: waiting, method: answer}
        """;

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final AtomicReference<io.patchbay.wire.HttpRequest> asked = new AtomicReference<>();
    final Map<String, Object> seen = new TreeMap<>();
    final Waiting waiting = new Waiting();
    WireServer server;

    /** Answers when the test says so. */
    public static final class Waiting {
        final Queue<CompletableFuture<io.patchbay.wire.HttpResponse>> answers = new ConcurrentLinkedQueue<>();
        final Queue<io.patchbay.wire.HttpRequest> requests = new ConcurrentLinkedQueue<>();

        public CompletionStage<io.patchbay.wire.HttpResponse> answer(io.patchbay.wire.HttpRequest request) {
            CompletableFuture<io.patchbay.wire.HttpResponse> answer = new CompletableFuture<>();
            answers.add(answer);
            requests.add(request);
            return answer;
        }
    }

    @BeforeEach void start() throws Exception {
        server = new WireServer(WireServer.tight(), ConnectionLimiter.unlimited(), List.of("https://desk.example.com"),
                List.of("127.0.0.0/8", "10.0.0.0/8")).run(ROUTES, Map.of("door", (Processor) this::door, "waiting", waiting,
                "careless", (Processor) exchange -> seen.putAll(exchange.getIn().getHeaders())));
    }

    @AfterEach void stop() {
        server.close();
    }

    private void door(Exchange exchange) {
        io.patchbay.wire.HttpRequest request = exchange.getMessage().getBody(io.patchbay.wire.HttpRequest.class);
        asked.set(request);
        seen.putAll(exchange.getMessage().getHeaders());
        seen.putAll(exchange.getProperties());
        if (request.body().equals("bug")) {
            throw new IllegalStateException("secret detail");
        }
        if (request.body().equals("no answer")) {
            return;
        }
        if (request.body().equals("cookies")) {
            exchange.getMessage().setBody(new io.patchbay.wire.HttpResponse(200, "text/plain", "",
                    List.of(new HttpHeader("Set-Cookie", "a=1"), new HttpHeader("Set-Cookie", "b=2"))));
            return;
        }
        exchange.getMessage().setBody(new io.patchbay.wire.HttpResponse(201, "application/json", "{\"gr\u00fc\u00df\":1}",
                Map.of("X-Extra", "e")));
    }

    final HttpResponse<String> post(String path, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.http(path)).POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    final HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return post(path, BodyPublishers.ofString(body), headers);
    }

    final HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.http(path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
