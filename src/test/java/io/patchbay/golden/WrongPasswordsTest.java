package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Passwords are tried slowly once some were wrong, whichever door they come through. */
class WrongPasswordsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A pause of an hour that nobody waits for: what is tried too soon is refused at once. */
    @Test
    void wrong_ones_of_a_name_count_at_every_door_and_only_for_that_name() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("login.slowdown.after", "3", "login.slowdown.pause", "1h",
                "login.slowdown.longest", "0s"))) {
            assertThat(overSocket(gateway, "ana", "wrong")).isEqualTo("NOT_AUTHENTICATED");
            assertThat(overTcp(gateway, "ana", "wrong")).isEqualTo("NOT_AUTHENTICATED");
            assertThat(overSocket(gateway, "ana", "ana")).as("two may be wrong").isEqualTo("success");
            assertThat(posted(gateway, "ana", "wrong").join().statusCode()).isEqualTo(401);

            assertThat(overSocket(gateway, "ana", "ana")).isEqualTo("NOT_AUTHENTICATED");
            assertThat(overTcp(gateway, "ana", "ana")).isEqualTo("NOT_AUTHENTICATED");
            assertThat(posted(gateway, "ana", "ana").join().statusCode()).isEqualTo(401);
            assertThat(overSocket(gateway, "ben", "ben")).isEqualTo("success");
            assertThat(overTcp(gateway, "caro", "caro")).isEqualTo("success");
            assertThat(posted(gateway, "dan", "dan").join().statusCode()).isEqualTo(200);
        }
    }

    /** A pause that is waited for: who asks later under another name is answered sooner. */
    @Test
    void a_right_one_waits_its_turn_while_others_come_in() {
        try (RunningGateway gateway = RunningGateway.start(Map.of("login.slowdown.after", "1", "login.slowdown.pause", "3s",
                "login.slowdown.longest", "1m"))) {
            for (GoldenDoor door : GoldenDoor.values()) {
                wrong(gateway, door, "ana");
                CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> right(gateway, door, "ana"));
                for (GoldenDoor other : GoldenDoor.values()) {
                    assertThat(right(gateway, other, "ben")).isEqualTo("success");
                }
                assertThat(waiting).as("over %s", door).isNotDone();
                assertThat(waiting.join()).isEqualTo("success");
            }
        }
    }

    private static void wrong(RunningGateway gateway, GoldenDoor door, String agent) {
        switch (door) {
            case WEBSOCKET -> overSocket(gateway, agent, "wrong");
            case TCP -> overTcp(gateway, agent, "wrong");
            case POST -> posted(gateway, agent, "wrong").join();
        }
    }

    private static String right(RunningGateway gateway, GoldenDoor door, String agent) {
        return switch (door) {
            case WEBSOCKET -> overSocket(gateway, agent, agent);
            case TCP -> overTcp(gateway, agent, agent);
            case POST -> Player.parse(posted(gateway, agent, agent).join().body()).path("result").asText();
        };
    }

    private static String overSocket(RunningGateway gateway, String agent, String password) {
        return outcome(GoldenDoor.WEBSOCKET, gateway, agent, password);
    }

    private static String overTcp(RunningGateway gateway, String agent, String password) {
        return outcome(GoldenDoor.TCP, gateway, agent, password);
    }

    private static String outcome(GoldenDoor door, RunningGateway gateway, String agent, String password) {
        Caller caller = new Caller(agent, RunningFarEnd.through(door, gateway).open(agent));
        caller.line().send(Caller.prepare(agent, password).toString());
        JsonNode reply = caller.reply();
        caller.line().leave();
        return List.of("success", "confirm").contains(reply.path("result").asText()) ? "success" : Caller.code(reply);
    }

    private static CompletableFuture<HttpResponse<String>> posted(RunningGateway gateway, String agent, String password) {
        String basic = Base64.getEncoder().encodeToString((agent + ":" + password).getBytes(StandardCharsets.UTF_8));
        URI door = gateway.http().resolve("/harmony");
        return HTTP.sendAsync(HttpRequest.newBuilder(door).header("Authorization", "Basic " + basic)
            .POST(BodyPublishers.ofString(Caller.prepare(agent, password).toString())).build(), BodyHandlers.ofString());
    }
}
