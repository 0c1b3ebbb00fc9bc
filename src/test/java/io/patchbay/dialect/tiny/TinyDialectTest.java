package io.patchbay.dialect.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.RouteCopies;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with one more package and one more route file serves one more dialect; nothing else knows of it. */
class TinyDialectTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    @TempDir
    static Path routes;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        RouteCopies.into(routes, Path.of("src/test/resources/dialect/tiny"));
        gateway = RunningGateway.start(Map.of("routes.directory", routes.toString(), "tiny.session.grace", "5s"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void an_agent_of_the_dialect_takes_a_call() throws Exception {
        Client ben = new Client();
        ben.asks("login ben ben", "ok login");
        ben.asks("phone 5002", "ok phone");
        ben.asks("activate", "ok activate");
        call("5002");
        String offered = ben.hears("event .*Delivered.*");
        String contact = offered.split(" ")[2] + " " + offered.split(" ")[3];
        ben.asks("answer " + contact, "ok answer");
        ben.asks("hold " + contact, "ok hold");
        ben.asks("hold " + contact, "no WRONG_STATE .*");
        ben.asks("hangup " + contact, "ok hangup");
        ben.hears("event .*Completed.*");
        ben.asks("logout", "ok logout");
    }

    @Test
    void two_clients_of_an_agent_stand_side_by_side_and_the_session_is_lost_with_the_last() {
        Client one = new Client();
        Client other = new Client();
        one.asks("login ana ana", "ok login");
        other.asks("login ana ana", "ok login");
        one.asks("phone 5001", "ok phone");
        other.hears("event ChannelAdded ana");
        one.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        other.asks("activate", "ok activate");
        other.asks("logout", "ok logout");
    }

    @Test
    void bad_input_is_refused_in_the_words_of_the_dialect() {
        Client client = new Client();
        client.asks("ready", "no NOT_AUTHENTICATED .*");
        client.asks("login ana wrong", "no NOT_AUTHENTICATED .*");
        client.asks("dance", "no INVALID_MESSAGE .*");
        client.asks(" ", "no INVALID_MESSAGE .*");
    }

    private static void call(String to) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(gateway.http().resolve("/platform/calls"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes()))
                .POST(BodyPublishers.ofString("{\"from\":\"+15551234\",\"to\":\"" + to + "\"}")).build();
        assertThat(HTTP.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    /** Keeps every line it is sent. */
    private static final class Client implements WebSocket.Listener {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final WebSocket socket;
        private int read;

        Client() {
            socket = HTTP.newWebSocketBuilder().buildAsync(
                    URI.create("ws" + gateway.http().toString().substring("http".length()) + "/tiny"), this).join();
            hears("hello");
        }

        void asks(String request, String answer) {
            socket.sendText(request, true).join();
            String told = hears("(ok|no) .*");
            assertThat(told).as(request).matches(answer);
        }

        /** The next line like this; those before it are passed over. */
        String hears(String pattern) {
            await().atMost(Duration.ofSeconds(20)).until(() -> lines.stream().skip(read).anyMatch(line -> line.matches(pattern)));
            while (!lines.get(read).matches(pattern)) {
                read++;
            }
            return lines.get(read++);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            lines.add(text.toString());
            from.request(1);
            return null;
        }
    }
}
