package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.GatewayInvariants;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that comes over TCP or by POST chooses a topic, a key, an endpoint, a method or a class. */
class SmuggledRequestsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SET = "interaction.request.setinteractiondata";

    @RegisterExtension
    static final Broker broker = new Broker();
    private static RunningGateway gateway;
    private static RunningFarEnd sockets;
    private static GatewayInvariants premises;
    private Caller ana;
    private String session;
    private String contact;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("node.name", "smuggled"));
        sockets = new RunningFarEnd(gateway.http());
        premises = new GatewayInvariants(gateway.http(), "smuggled");
    }

    @AfterAll
    static void stop() {
        premises.close();
        gateway.close();
    }

    /** In a call, her session bound at that door. */
    private void talksThrough(GoldenDoor door) {
        ReconnectingClient first = ReconnectingClient.ready("ana", () -> sockets.open("ana"));
        sockets.platform("/platform/calls", Player.parse("{\"from\":\"+15557005\",\"to\":\"sales\"}"));
        first.ask("conversation.request.answer", first.until(ReconnectingClient.is("conversation.initialized")).path("target").asText(),
                "{}");
        contact = first.until(ReconnectingClient.is("interaction.screenpop")).path("target").asText();
        session = first.session;
        first.line = RunningFarEnd.through(door, gateway).open("ana");
        assertThat(first.bind(true, first.after).path("result").asText()).isEqualTo("success");
        ana = new Caller("ana", first.line);
    }

    @AfterEach
    void every_record_is_where_it_belongs() {
        if (ana != null) {
            ana.ask(Caller.request("session.request.logout", session, "out"));
            ana.line().leave();
        }
        premises.isWell("all of it");
        premises.everyRecordIsWhereItBelongs();
    }

    @ParameterizedTest
    @EnumSource(value = GoldenDoor.class, names = {"TCP", "POST"})
    void a_name_among_the_members_steers_nothing_and_as_a_key_it_is_kept(GoldenDoor door) {
        talksThrough(door);
        Map<String, String> kept = new HashMap<>();
        for (String name : Corpus.names()) {
            ObjectNode request = Caller.request(SET, contact, "name-" + name);
            ((ObjectNode) request.path("data")).put("key", name).put("value", "kept").put("smuggled/" + name, "smuggled");
            request.put(name, "smuggled");
            if (asked(request).path("result").asText().equals("success")) {
                kept.put(name, "kept");
            }
        }
        assertThat(kept).isNotEmpty();
        premises.hold(contact.substring(contact.lastIndexOf('.') + 1), kept);
    }

    @ParameterizedTest
    @EnumSource(value = GoldenDoor.class, names = {"TCP", "POST"})
    void a_value_is_kept_as_it_is_and_no_number(GoldenDoor door) {
        talksThrough(door);
        Map<String, String> kept = new HashMap<>();
        for (String value : Corpus.values()) {
            String id = "value-" + kept.size();
            ObjectNode request = Caller.request(SET, contact, id);
            ((ObjectNode) request.path("data")).put("key", id).put("value", value);
            assertThat(asked(request).path("result").asText()).as(value).isEqualTo("success");
            kept.put(id, value);
            ObjectNode dial = Caller.request("channel.request.dial", contact.substring(0, contact.lastIndexOf('.')), id + "-dial");
            ((ObjectNode) dial.path("data")).put("destination", value).putObject("extensions").put("skill", value);
            assertThat(asked(dial).path("result").asText()).as(value).isEqualTo("failure");
        }
        premises.hold(contact.substring(contact.lastIndexOf('.') + 1), kept);
    }

    @ParameterizedTest
    @EnumSource(value = GoldenDoor.class, names = {"TCP", "POST"})
    void a_whole_message_is_refused_in_the_words_of_harmony(GoldenDoor door) {
        talksThrough(door);
        for (String message : Corpus.messages("harmony")) {
            String text = message.replace("$S", session).replace("$C", contact.substring(0, contact.lastIndexOf('.')))
                .replace("$I", contact);
            ana.line().send(text);
            JsonNode reply = ana.reply();
            assertThat(reply.path("result").asText()).as("%s: %s", text, reply).isEqualTo("failure");
            assertThat(Caller.code(reply)).as(text).matches("[A-Z_]+").isNotEqualTo("INTERNAL");
            premises.tellsNothing(text, reply.toString());
        }
    }

    @Test
    void a_name_in_a_header_or_a_query_of_a_post_steers_nothing() throws IOException, InterruptedException {
        String basic = "Basic " + Base64.getEncoder().encodeToString("ben:ben".getBytes(StandardCharsets.UTF_8));
        for (String name : Corpus.names()) {
            URI door = URI.create(gateway.http() + "/harmony?" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "=smuggled");
            HttpRequest.Builder request = HttpRequest.newBuilder(door).header("Authorization", basic)
                .POST(BodyPublishers.ofString(Caller.request("no.such", "", "1").toString()));
            if (Corpus.headers().contains(name)) {
                request.header(name, "smuggled");
            }
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(Caller.code(Player.parse(answer.body()))).as(name).isEqualTo("SESSION_NOT_BOUND");
            assertThat(answer.headers().firstValue(name)).as("%s in the response", name).isEmpty();
        }
    }

    private JsonNode asked(ObjectNode request) {
        JsonNode reply = ana.ask(request);
        premises.tellsNothing(request.toString(), reply.toString());
        return reply;
    }
}
