package io.patchbay.dialect.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.contract.Connection;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications over WebSocket and as server-sent events. */
class NotificationsTest {
    private static final URI GATEWAY = RunningGateway.shared().http();
    private static final String PATH = "/finesse/notifications";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final FinesseClient dan = new FinesseClient(GATEWAY, "dan");

    @AfterEach
    void leave() {
        dan.logout();
    }

    @Test
    void a_socket_and_a_stream_of_an_agent_get_the_same_and_those_of_others_nothing() throws Exception {
        Connection socket = Connection.webSocketOf(GATEWAY, PATH, "dan", "dan");
        List<String> stream = stream("dan");
        List<String> others = stream("ben");
        assertThat(FinesseClient.text(socket.next(), "state")).isEqualTo("LOGOUT");
        await().until(() -> stream.size() == 1 && others.size() == 1);
        dan.login("5069").state("READY");
        List<String> told = List.of(socket.next(), socket.next(), socket.next());
        await().until(() -> stream.size() == 4);
        assertThat(stream.subList(1, 4)).isEqualTo(told);
        assertThat(told).extracting(update -> FinesseClient.text(update, "state")).containsExactly("NOT_READY", "NOT_READY", "READY");
        assertThat(told).allSatisfy(update -> assertThat(FinesseClient.text(update, "source")).isEqualTo("/finesse/api/User/dan"));
        assertThat(others).hasSize(1);
        socket.cut();
    }

    @Test
    void a_message_is_refused_and_the_socket_stays() {
        Connection socket = Connection.webSocketOf(GATEWAY, PATH, "dan", "dan");
        socket.next();
        for (String text : List.of("<presence/>", "{", "x".repeat(70_000))) {
            socket.send(text);
            assertThat(FinesseClient.text(socket.next(), "errorType")).isEqualTo("Invalid Input");
        }
        dan.login("5069");
        assertThat(FinesseClient.text(socket.next(), "state")).isEqualTo("NOT_READY");
        socket.cut();
    }

    @Test
    void the_session_ends_with_the_last_client_after_the_grace() {
        try (RunningGateway brief = RunningGateway.start(Map.of("finesse.session.grace", "1s"))) {
            FinesseClient ana = new FinesseClient(brief.http(), "ana");
            Connection socket = Connection.webSocketOf(brief.http(), PATH, "ana", "ana");
            socket.next();
            ana.login("5001");
            socket.next();
            assertThat(FinesseClient.text(ana.get("/User/ana").body(), "state")).isEqualTo("NOT_READY");
            socket.cut();
            await().atMost(Duration.ofSeconds(30)).until(() -> FinesseClient.text(ana.get("/User/ana").body(), "state").equals("LOGOUT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dan:wrong", "sim:sim", "eve:eve", "nobody:nobody"})
    void others_get_401_and_no_connection(String pair) throws Exception {
        String[] who = pair.split(":");
        HttpResponse<String> stream = HTTP.send(HttpRequest.newBuilder(GATEWAY.resolve(PATH)).header("Accept", "text/event-stream")
                .header("Authorization", FinesseClient.basic(who[0], who[1])).build(), BodyHandlers.ofString());
        assertThat(stream.statusCode()).isEqualTo(401);
        assertThat(FinesseClient.text(stream.body(), "ErrorType")).isEqualTo("Authorization Failure");
        assertThat(stream.headers().firstValue("WWW-Authenticate")).isPresent();
        Assertions.assertThatThrownBy(() -> Connection.webSocketOf(GATEWAY, PATH, who[0], who[1])).isInstanceOf(CompletionException.class)
                .satisfies(error -> assertThat(((WebSocketHandshakeException) error.getCause()).getResponse().statusCode()).isEqualTo(401));
    }

    /** The data of each event. */
    private static List<String> stream(String agent) {
        List<String> data = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(GATEWAY.resolve(PATH)).header("Accept", "text/event-stream")
                .header("Authorization", FinesseClient.basic(agent, agent)).build();
        HttpResponse<Stream<String>> response = HTTP.sendAsync(request, BodyHandlers.ofLines()).join();
        assertThat(response.statusCode()).isEqualTo(200);
        Thread reader = new Thread(() -> {
            try {
                response.body().filter(line -> line.startsWith("data: ")).forEach(line -> data.add(line.substring("data: ".length())));
            } catch (RuntimeException closed) {
                data.add("closed");
            }
        }, "stream");
        reader.setDaemon(true);
        reader.start();
        return data;
    }
}
