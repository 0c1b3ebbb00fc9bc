package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.GatewayInvariants;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing a client sends chooses a topic, a key, an endpoint, a method or a class; {@code smuggling/*.yaml} is what is tried. */
class SmugglingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SIM = "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes(StandardCharsets.UTF_8));
    private static final String CALL = "{\"from\":\"+15551234\",\"to\":\"sales\"}";

    @RegisterExtension
    static final Broker broker = new Broker();
    private static RunningGateway gateway;
    private static GatewayInvariants premises;
    private static Desktop ana;
    private static Desktop.Contact contact;

    @BeforeAll
    static void ana_talks() {
        gateway = RunningGateway.start(Map.of("node.name", "smuggling"));
        ana = Desktop.of(gateway.http(), "ana", "5001");
        ana.dial("+15550199");
        contact = ana.talking(ana.contact());
        premises = new GatewayInvariants(gateway.http(), "smuggling");
    }

    @AfterAll
    static void stop() {
        ana.success("session.request.logout", ana.session(), "{}");
        ana.close();
        premises.close();
        gateway.close();
    }

    @AfterEach
    void every_record_is_where_it_belongs() {
        premises.everyRecordIsWhereItBelongs();
    }

    @Test
    void a_name_in_a_header_or_a_query_steers_nothing() {
        for (String name : Corpus.names()) {
            HttpRequest.Builder request = post("/platform/calls?" + encoded(name) + "=smuggled", CALL);
            if (name.matches("[A-Za-z0-9._-]+")) {
                request.header(name, "smuggled");
            }
            HttpResponse<String> response = sent(request);
            assertThat(response.statusCode()).as(name).isEqualTo(201);
            assertThat(response.headers().firstValue(name)).as("%s in the response", name).isEmpty();
            hangUp(response);
            premises.isWell(name);
        }
    }

    @Test
    void a_name_among_the_members_steers_nothing_and_as_a_key_it_is_kept() throws IOException {
        Map<String, String> kept = new HashMap<>();
        for (String name : Corpus.names()) {
            ObjectNode request = JSON.createObjectNode().put("command", "interaction.request.setinteractiondata")
                    .put("target", contact.interaction()).put("requestId", "name-" + name);
            request.putObject("data").put("key", name).put("value", "kept").put("smuggled/" + name, "smuggled");
            request.put(name, "smuggled");
            JsonNode reply = replied("name-" + name, request.toString());
            if (reply.path("result").asText().equals("success")) {
                kept.put(name, "kept");
            }
            HttpResponse<String> call = sent(post("/platform/calls", JSON.createObjectNode().put("from", "+15551234").put("to", "sales")
                    .put(name, "smuggled").set("data", JSON.createObjectNode().put(name, "smuggled")).toString()));
            premises.tellsNothing(name, call.body());
            assertThat(call.statusCode()).as(name).isIn(201, 400);
            hangUp(call);
            premises.isWell(name);
        }
        areKept(kept);
    }

    @Test
    void a_value_is_kept_as_it_is_and_no_number() throws IOException {
        Map<String, String> kept = new HashMap<>();
        int number = 0;
        for (String value : Corpus.values()) {
            String id = "value-" + ++number;
            ObjectNode request = JSON.createObjectNode().put("command", "interaction.request.setinteractiondata")
                    .put("target", contact.interaction()).put("requestId", id);
            request.putObject("data").put("key", id).put("value", value);
            assertThat(replied(id, request.toString()).path("result").asText()).as(value).isEqualTo("success");
            kept.put(id, value);
            request.put("command", "channel.request.dial").put("target", ana.channel()).put("requestId", id + "-dial");
            request.putObject("data").put("destination", value).putObject("extensions").put("skill", value);
            assertThat(replied(id + "-dial", request.toString()).path("result").asText()).as(value).isEqualTo("failure");
            for (String member : List.of("from", "to")) {
                HttpResponse<String> call = sent(post("/platform/calls?x=" + encoded(value),
                        ((ObjectNode) JSON.readTree(CALL)).put(member, value).toString()));
                premises.tellsNothing(value, call.body());
                assertThat(call.statusCode()).as("%s %s: %s", member, value, call.body()).isEqualTo(400);
            }
            premises.isWell(value);
        }
        areKept(kept);
    }

    @Test
    void a_whole_message_is_refused_in_the_words_of_its_door() throws IOException {
        for (String message : Corpus.messages("harmony")) {
            String text = message.replace("$S", ana.session()).replace("$C", ana.channel()).replace("$I", contact.interaction());
            int before = ana.events().size();
            ana.send(text);
            JsonNode reply = await().until(() -> ana.events().stream().skip(before)
                    .filter(e -> e.has("result")).findFirst().orElse(null), r -> r != null);
            assertThat(reply.path("result").asText()).as("%s: %s", text, reply).isEqualTo("failure");
            assertThat(reply.at("/failure/code").asText()).as(text).matches("[A-Z_]+").isNotEqualTo("INTERNAL");
            premises.tellsNothing(text, reply.toString());
            premises.isWell(text);
        }
        for (String text : Corpus.messages("platform")) {
            HttpResponse<String> reply = sent(post("/platform/calls", text));
            assertThat(reply.statusCode()).as("%s: %s", text, reply.body()).isEqualTo(400);
            assertThat(JSON.readTree(reply.body()).at("/error/code").asText()).as(text).matches("[A-Z_]+");
            premises.tellsNothing(text, reply.body());
            premises.isWell(text);
        }
    }

    @Test
    void an_upgrade_with_names_in_its_headers_and_its_query_steers_nothing() {
        List<String> names = Corpus.headers();
        try (Desktop ben = Desktop.smuggling(gateway.http(), "ben", "5002", names)) {
            ben.ready();
            ben.success("session.request.logout", ben.session(), "{}");
            premises.isWell("upgrade");
        }
    }

    private static JsonNode replied(String id, String text) {
        var reply = ana.expect(id);
        ana.send(text);
        assertThat(reply).as(text).succeedsWithin(Duration.ofSeconds(10));
        premises.tellsNothing(text, reply.join().toString());
        return reply.join();
    }

    private static void areKept(Map<String, String> kept) {
        assertThat(kept).isNotEmpty();
        kept.forEach((key, value) -> ana.told("interaction.datachanged",
                e -> value.equals(e.at("/data/interaction/data").path(key).textValue())));
        premises.hold(contact.id(), kept);
    }

    private static void hangUp(HttpResponse<String> made) {
        if (made.statusCode() == 201) {
            try {
                sent(post("/platform/calls/" + JSON.readTree(made.body()).path("call").asText() + "/parties/%2B15551234",
                        "{\"action\":\"hangup\"}"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(gateway.http() + path)).header("Authorization", SIM)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
