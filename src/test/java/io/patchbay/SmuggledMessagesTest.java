package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.GatewayInvariants;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At the doors of Finesse, Genesys, CometD and Kafka, no message chooses a topic, a key, an endpoint, a method or a class. */
class SmuggledMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ANA = "Basic " + Base64.getEncoder().encodeToString("ana:ana".getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    static final Broker broker = new Broker();
    private static RunningGateway gateway;
    private static GatewayInvariants premises;
    private static Middleware middleware;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("node.name", "messages", "kafka.commands.enabled", "true", "genesys.csrf", "false"));
        middleware = new Middleware(gateway.kafka());
        premises = new GatewayInvariants(gateway.http(), "messages");
    }

    @AfterAll
    static void every_record_is_where_it_belongs() {
        premises.everyRecordIsWhereItBelongs();
        premises.close();
        middleware.close();
        gateway.close();
    }

    static Stream<String> finesse() {
        return Corpus.messages("finesse").stream();
    }

    static Stream<String> genesys() {
        return Corpus.messages("genesys").stream();
    }

    static Stream<String> cometd() {
        return Corpus.messages("cometd").stream();
    }

    static Stream<String> commands() {
        return Corpus.messages("commands").stream();
    }

    @ParameterizedTest
    @MethodSource("finesse")
    void an_xml_body_is_refused_in_the_words_of_finesse(String text) throws Exception {
        HttpResponse<String> reply = post("/finesse/api/User/ana/Dialogs", text, "X-None");
        assertThat(reply.statusCode()).as(reply.body()).isBetween(400, 499);
        assertThat(reply.body()).contains("<ApiErrors>").doesNotContain("root:");
    }

    @ParameterizedTest
    @MethodSource("genesys")
    void a_body_is_refused_in_the_words_of_genesys(String text) throws Exception {
        HttpResponse<String> reply = post("/api/v2/me", text, "X-None");
        assertThat(reply.statusCode()).as(reply.body()).isLessThan(500);
        assertThat(JSON.readTree(reply.body()).path("statusCode").asInt()).as(reply.body()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("cometd")
    void a_message_of_bayeux_is_refused(String text) throws Exception {
        HttpResponse<String> reply = post("/api/v2/notifications", text, "X-None");
        assertThat(reply.statusCode()).as(reply.body()).isLessThan(500);
        if (reply.statusCode() == 200) {
            assertThat(JSON.readTree(reply.body())).isNotEmpty().allSatisfy(one -> assertThat(one.path("successful").asBoolean(true))
                    .as(one.toString()).isFalse());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_refused_whatever_headers_its_record_has(String text) {
        JsonNode reply = middleware.reply(middleware.send("ana".getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8),
                Corpus.names()));
        assertThat(reply.path("outcome").asText()).as(reply.toString()).isEqualTo("refused");
        assertThat(reply.at("/error/code").asText()).as(reply.toString()).isNotEqualTo("INTERNAL");
        premises.tellsNothing(text, reply.toString());
        premises.isWell(text);
    }

    @Test
    void a_name_in_a_header_or_a_query_steers_nothing() throws Exception {
        for (String name : Corpus.headers()) {
            for (String path : List.of("/finesse/api/User/ana", "/api/v2/me", "/api/v2/notifications", "/acqueon")) {
                HttpResponse<String> reply = sent(path + "?" + name + "=smuggled", "{}", name);
                assertThat(reply.statusCode()).as("%s at %s: %s", name, path, reply.body()).isBetween(400, 499);
                assertThat(reply.headers().firstValue(name)).as("%s in the response", name).isEmpty();
            }
            premises.isWell(name);
        }
    }

    private static HttpResponse<String> post(String path, String text, String header) throws IOException, InterruptedException {
        HttpResponse<String> reply = sent(path, text, header);
        premises.isWell(text);
        return reply;
    }

    private static HttpResponse<String> sent(String path, String text, String header) throws IOException, InterruptedException {
        HttpResponse<String> reply = HTTP.send(HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", ANA)
                .header(header, "smuggled").POST(BodyPublishers.ofString(text)).build(), BodyHandlers.ofString());
        premises.tellsNothing(text, reply.body());
        return reply;
    }
}
