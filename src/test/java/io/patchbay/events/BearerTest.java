package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.patchbay.config.PasswordHash;
import io.patchbay.model.Subject;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens at the events door of a real gateway: eve, who hears everything, has one that lasts and one that has ended. */
class BearerTest {
    private static final String TOKEN = "eve~wallboard~KfXW5s1v0pZr8uQ2yT7nBd3hLm6cGaEj9oRiVxYwUtk";
    private static final String TOKENS = """
                tokens:
                  - {name: wallboard, hash: '%s'}
                  - {name: trial, hash: '%s', until: '2020-12-31'}
            """;
    private static Feeder feeder;
    private static RunningGateway gateway;
    private static URI door;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        String hash = PasswordHash.of(TOKEN.split("~")[2], 1000).line();
        String demo = Files.readString(Path.of("config/directory.yaml"));
        Path file = Files.writeString(directory.resolve("directory.yaml"),
                demo.replace("  - name: eve\n", "  - name: eve\n" + TOKENS.formatted(hash, hash).indent(0)));
        feeder = new Feeder();
        gateway = RunningGateway.start(Map.of("kafka.brokers", feeder.bootstrap(), "directory.file", file.toString(),
                "login.slowdown.after", "100"));
        door = gateway.http();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        feeder.close();
    }

    @Test
    void a_token_opens_the_socket_for_its_user() {
        EventClient eve = EventClient.withToken(door, TOKEN);
        eve.say("{\"subscribe\":{}}");
        await().until(() -> !eve.frames().isEmpty());
        Subject call = feeder.interaction();
        feeder.tell(call, feeder.call("ana", "ben").get(0));
        await().until(() -> eve.ids().contains(call + "/1-1"));
        eve.drop();
    }

    @Test
    void a_token_opens_the_stream_for_its_user() throws Exception {
        HttpResponse<InputStream> stream = EventClient.HTTP.send(asking("/events", TOKEN).build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        stream.body().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eve~wallboard~wrong", "eve~trial~KfXW5s1v0pZr8uQ2yT7nBd3hLm6cGaEj9oRiVxYwUtk",
            "eve~withdrawn~KfXW5s1v0pZr8uQ2yT7nBd3hLm6cGaEj9oRiVxYwUtk",
            "nobody~wallboard~KfXW5s1v0pZr8uQ2yT7nBd3hLm6cGaEj9oRiVxYwUtk", "eve"})
    void a_wrong_ended_withdrawn_or_unknown_token_opens_neither(String token) throws Exception {
        assertThatThrownBy(() -> EventClient.withToken(door, token)).cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
        HttpResponse<String> stream = EventClient.HTTP.send(asking("/events", token).build(), BodyHandlers.ofString());
        assertThat(stream.statusCode()).isEqualTo(401);
        assertThat(stream.headers().firstValue("WWW-Authenticate")).get().asString()
                .contains("Basic", "Bearer");
        assertThat(stream.body()).contains("NOT_AUTHENTICATED").doesNotContain(token);
    }

    @Test
    void a_token_opens_no_other_door() throws IOException, InterruptedException {
        HttpResponse<String> refused = EventClient.HTTP.send(asking("/platform/calls?party=5001", TOKEN).build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    private static HttpRequest.Builder asking(String path, String token) {
        return HttpRequest.newBuilder(door.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
