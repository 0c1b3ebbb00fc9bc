package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The player over real sockets, against a server that says what a transcript expects. */
class RunningFarEndTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_transcript_is_played_over_web_socket_and_http() throws Exception {
        Transcript call = named("a-call-from-beginning-to-end");
        URI server = server(new Rehearsal(call));
        assertThatCode(() -> new Player(new RunningFarEnd(server)).play(call)).doesNotThrowAnyException();
    }

    @Test
    void a_close_and_its_code_are_heard() throws Exception {
        Transcript closed = closing(4409);
        URI server = server(new Rehearsal(closed));
        assertThatCode(() -> new Player(new RunningFarEnd(server)).play(closed)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Player(new RunningFarEnd(server)).play(closing(4410))).hasMessageContaining("4410");
    }

    private static Transcript closing(int code) {
        JsonNode frame = Library.parse("{command: c, result: success}", "test");
        return new Transcript("closing", List.of("test"), "A server closes.", "", Map.of(), Set.of(), Map.of(), false,
            List.of(new Step.Expect("ana", List.of(frame)), new Step.Closed("ana", code)));
    }

    private static Transcript named(String name) {
        return Library.harmony().transcripts().stream().filter(transcript -> transcript.name().equals(name)).findFirst().orElseThrow();
    }

    private URI server(Rehearsal rehearsal) throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("harmony.v1+json"))
            .webSocketHandler(socket -> say(socket, rehearsal.frames.get("ana"), rehearsal.open("ana").closed().orElse(0)))
            .requestHandler(request -> request.bodyHandler(body -> answer(request, rehearsal)));
        server.listen(0).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        return URI.create("http://localhost:" + server.actualPort());
    }

    private static void say(ServerWebSocket socket, List<JsonNode> frames, int close) {
        frames.forEach(frame -> socket.writeTextMessage(frame.toString()));
        if (close != 0) {
            socket.close((short) close);
        }
    }

    private static void answer(HttpServerRequest request, Rehearsal rehearsal) {
        FarEnd.Answer answer = rehearsal.http("sim", request.path(), null);
        request.response().setStatusCode(answer.status()).end(answer.body().toString());
    }
}
