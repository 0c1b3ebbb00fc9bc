package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Corpus;
import io.patchbay.testing.GatewayInvariants;
import io.patchbay.testing.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing a listener asks for, as a frame, a parameter or a header, opens more than the event topics, or tells what is behind the door. */
class SmuggledFiltersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Broker broker = new Broker();
    private static RunningGateway gateway;
    private static GatewayInvariants premises;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("node.name", "wishes", "events.openings.burst", "1000"));
        premises = new GatewayInvariants(gateway.http(), "wishes");
    }

    @AfterAll
    static void stop() {
        premises.close();
        gateway.close();
    }

    @AfterEach
    void every_record_is_where_it_belongs() {
        premises.isWell("all of it");
        premises.everyRecordIsWhereItBelongs();
    }

    @Test
    void a_whole_message_is_refused_and_its_connection_closed() {
        for (String text : Corpus.messages("events")) {
            assertThat(refused(text)).as(text).isEqualTo(4400);
        }
    }

    @Test
    void a_name_beside_what_is_asked_for_is_refused() {
        for (String name : Corpus.names()) {
            ObjectNode frame = JSON.createObjectNode();
            frame.putObject("subscribe").put(name, "smuggled");
            assertThat(refused(frame.toString())).as(name).isEqualTo(4400);
        }
    }

    @Test
    void a_value_is_no_agent_and_no_cursor() {
        for (String value : Corpus.values()) {
            ObjectNode agents = JSON.createObjectNode();
            agents.putObject("subscribe").putArray("agents").add(value);
            assertThat(refused(agents.toString())).as(value).isIn(4400, 4403);
            ObjectNode after = JSON.createObjectNode();
            after.putObject("subscribe").put("after", value);
            assertThat(refused(after.toString())).as(value).isEqualTo(4400);
        }
    }

    @Test
    void a_parameter_of_a_stream_is_refused_or_means_what_it_says() throws IOException, InterruptedException {
        for (String value : Corpus.values()) {
            assertThat(streamed("?agents=" + encoded(value), "X-None", "")).as(value).isIn(400, 403);
            assertThat(streamed("?after=" + encoded(value), "X-None", "")).as(value).isEqualTo(400);
            assertThat(streamed("?types=" + encoded(value), "X-None", "")).as(value).isIn(200, 400);
            if (value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                assertThat(streamed("", "Last-Event-ID", value)).as(value).isEqualTo(400);
            }
        }
        for (String name : Corpus.names()) {
            String header = Corpus.headers().contains(name) ? name : "X-None";
            assertThat(streamed("?" + encoded(name) + "=smuggled", header, "smuggled")).as(name).isEqualTo(400);
            assertThat(streamed("", header, "smuggled")).as(name).isEqualTo(200);
        }
    }

    /** The close code; the words before it tell nothing. */
    private static int refused(String first) {
        EventClient ear = EventClient.open(gateway.http(), "eve");
        ear.say(first);
        int code = ear.closeCode();
        assertThat(ear.frames()).as(first).singleElement().satisfies(frame -> {
            assertThat(frame.at("/error/code").asText()).matches("[A-Z_]+").isNotEqualTo("INTERNAL");
            premises.tellsNothing(first, frame.toString());
        });
        return code;
    }

    /** The status; of a stream that begins, the head and the first line are looked at. */
    private static int streamed(String query, String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.http() + "/events" + query))
                .header("Authorization", EventClient.basic("eve")).header("Accept", "text/event-stream").header(header, value).build();
        HttpResponse<InputStream> answer = EventClient.HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader body = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != 200) {
                premises.tellsNothing(query, body.readLine());
            }
        }
        return answer.statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
