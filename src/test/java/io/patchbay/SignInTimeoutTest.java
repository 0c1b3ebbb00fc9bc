package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that stay open need a sign-in within {@code login.timeout}. */
class SignInTimeoutTest {
    private static final String HARMONY = "harmony.v1+json";
    private static final String PREPARE = "{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":true,"
            + "\"agent\":{\"id\":\"ana\",\"password\":\"%s\"}}}";
    private static final String USER_INFO = "{\"channel\":\"Cisco\",\"topic\":\"Agent\",\"subtopic\":\"SetUserInfo\",\"data\":"
            + "{\"username\":\"dan\",\"password\":\"%s\"}}";
    private static RunningGateway gateway;
    /** Who signs in, who says nothing and who sends a wrong password, all at the same time. */
    private static List<Listening> known;
    private static Map<String, List<Listening>> strangers;
    private static Lines ben;
    private static Lines silent;
    private static Socket withoutRequest;

    @BeforeAll
    static void start() throws IOException {
        gateway = RunningGateway.start(Map.of("login.timeout", "5s"));
        signInOnce();
        ben = new Lines(gateway.harmonyTcp()).say(PREPARE.formatted("ben").replace("\"ana\"", "\"ben\""));
        known = List.of(new Listening("/harmony", HARMONY, "").say(PREPARE.formatted("ana")),
                new Listening("/acqueon", "", "").say(USER_INFO.formatted("dan")),
                new Listening("/events", "cloudevents.json", Visitor.basic("eve", "eve")),
                new Listening("/finesse/notifications", "", Visitor.basic("caro", "caro")));
        strangers = Map.of("silent", List.of(new Listening("/harmony", HARMONY, ""), new Listening("/acqueon", "", "")),
                "wrong", List.of(new Listening("/harmony", HARMONY, "").say(PREPARE.formatted("wrong")),
                new Listening("/acqueon", "", "").say(USER_INFO.formatted("wrong"))));
        silent = new Lines(gateway.harmonyTcp());
        withoutRequest = new Socket("127.0.0.1", gateway.http().getPort());
        withoutRequest.setSoTimeout(20_000);
        withoutRequest.getOutputStream().write("GET /health HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
    }

    /** The first sign-in of a gateway takes longer than all others. */
    private static void signInOnce() {
        try (Visitor visitor = new Visitor(gateway.http(), "127.0.0.1")) {
            Map.of("ana", "/harmony", "ben", "/harmony", "dan", "/acqueon").forEach((user, path) -> assertThat(visitor.ask("POST", path,
                    Map.of("Authorization", Visitor.basic(user, user)), path.equals("/harmony")
                            ? PREPARE.formatted(user).replace("\"ana\"", "\"" + user + "\"") : USER_INFO.formatted(user)).status())
                    .isIn(200, 202));
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** A client of lines. */
    private record Lines(Socket socket, BufferedReader in) {
        Lines(int port) throws IOException {
            this(new Socket("127.0.0.1", port));
        }

        private Lines(Socket socket) throws IOException {
            this(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            socket.setSoTimeout(20_000);
        }

        Lines say(String text) throws IOException {
            socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            return this;
        }
    }

    /** Keeps the code with which the gateway closes it. */
    private static final class Listening implements WebSocket.Listener {
        private final CompletableFuture<Integer> code = new CompletableFuture<>();
        private final WebSocket socket;

        Listening(String path, String subprotocol, String authorization) {
            WebSocket.Builder upgrade = HttpClient.newHttpClient().newWebSocketBuilder();
            if (!subprotocol.isEmpty()) {
                upgrade.subprotocols(subprotocol);
            }
            if (!authorization.isEmpty()) {
                upgrade.header("Authorization", authorization);
            }
            socket = upgrade.buildAsync(URI.create("ws://127.0.0.1:" + gateway.http().getPort() + path), this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            code.complete(status);
            return null;
        }

        Listening say(String text) {
            socket.sendText(text, true).join();
            return this;
        }

        int closed() {
            return code.orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "wrong"})
    void a_websocket_without_a_sign_in_is_closed(String kind) {
        assertThat(strangers.get(kind)).extracting(Listening::closed).containsOnly(1008);
    }

    @Test
    void a_line_client_is_told_in_its_dialect() throws IOException {
        assertThat(silent.in().readLine()).contains("\"result\":\"failure\"", "\"code\":\"NOT_AUTHENTICATED\"", "Sign in within 5000 ms");
        assertThat(silent.in().readLine()).isNull();
    }

    @Test
    void an_http_connection_without_a_request_is_closed() throws IOException {
        assertThat(withoutRequest.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void who_has_signed_in_stays() throws IOException {
        strangers.values().forEach(all -> all.forEach(Listening::closed));
        assertThat(known).extracting(client -> client.code).noneMatch(CompletableFuture::isDone);
        assertThat(ben.in().readLine()).contains("\"result\":\"success\"");
        assertThat(ben.say("{\"command\":\"x\",\"target\":\"\",\"data\":{}}").in().readLine()).contains("SESSION_NOT_STARTED");
    }
}
