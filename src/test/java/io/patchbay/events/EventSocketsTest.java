package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Event;
import io.patchbay.model.Subject;
import io.patchbay.publish.KafkaRecord;
import io.patchbay.testing.RunningGateway;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The WebSocket door of a real gateway: who hears what, and what is refused. */
class EventSocketsTest {
    private static Feeder feeder;
    private static RunningGateway gateway;
    private static URI door;

    @BeforeAll
    static void start() throws Exception {
        feeder = new Feeder();
        gateway = RunningGateway.start(Map.of("kafka.brokers", feeder.bootstrap()));
        door = gateway.http();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        feeder.close();
    }

    @Test
    void an_event_arrives_as_a_structured_cloud_event_with_its_cursor() {
        EventClient eve = EventClient.subscribed(door, "eve", "{}");
        assertThat(eve.protocol()).isEqualTo("cloudevents.json");
        JsonNode subscribed = eve.frames().get(0).get("subscribed");
        assertThat(subscribed.get("agents").toString() + subscribed.get("types")).isEqualTo("[\"*\"][\"*\"]");
        Subject call = feeder.interaction();
        feeder.tell(call, feeder.call("ana", "ben").get(0));
        await().until(() -> eve.ids().contains(call + "/1-1"));
        JsonNode event = eve.events().get(0);
        assertThat(event.properties().stream().map(Map.Entry::getKey)).containsExactly("specversion", "id", "source", "type", "subject",
                "time", "sequence", "partitionkey", "correlationid", "datacontenttype", "dataschema", "data", "cursor");
        assertThat(event.get("type").asText()).isEqualTo("cti.interaction.created.v1");
        assertThat(event.get("source").asText()).isEqualTo("/patchbay/feeder");
        assertThat(event.get("sequence").asText()).isEqualTo("000001-000000000001");
        assertThat(event.get("data").get("medium").asText()).isEqualTo("voice");
        eve.drop();
    }

    @Test
    void each_hears_of_a_call_from_the_first_offer_or_leg_to_the_last() {
        EventClient ana = EventClient.subscribed(door, "ana", "{\"types\":[\"cti.call.*\",\"cti.interaction.*\"]}");
        EventClient ben = EventClient.subscribed(door, "ben", "{\"types\":[\"cti.call.*\",\"cti.interaction.*\"]}");
        EventClient caro = EventClient.subscribed(door, "caro", "{}");
        EventClient sam = EventClient.subscribed(door, "sam", "{}");
        EventClient samOnAna = EventClient.subscribed(door, "sam",
                "{\"agents\":[\"ana\"],\"types\":[\"cti.call.*\",\"cti.interaction.*\"]}");
        EventClient eve = EventClient.subscribed(door, "eve", "{\"types\":[\"cti.interaction.*\",\"cti.call.*\"]}");
        Subject call = feeder.interaction();
        feeder.call("ana", "ben").forEach(event -> feeder.tell(call, event));
        feeder.loseBinding("caro");
        await().atMost(Duration.ofSeconds(20)).until(() -> eve.ids().contains(call + "/1-13") && ben.types().size() == 6
                && !caro.ids().isEmpty() && ana.types().size() == 2);
        assertThat(eve.types()).hasSize(13);
        assertThat(ana.types()).containsExactly("call.delivered", "interaction.offerExpired");
        assertThat(samOnAna.types()).isEqualTo(ana.types());
        assertThat(ben.types()).containsExactly("call.delivered", "call.established", "interaction.dataChanged", "call.connectionCleared",
                "interaction.ended", "interaction.completed");
        assertThat(caro.types()).containsExactly("agent.bindingLost");
        await().until(() -> sam.types().contains("agent.bindingLost"));
        assertThat(sam.types()).contains("call.delivered", "interaction.offerExpired", "call.established", "interaction.completed");
        List.of(ana, ben, caro, sam, samOnAna, eve).forEach(EventClient::drop);
    }

    @Test
    void repeats_are_not_told_and_what_is_none_of_ours_harms_nobody() {
        EventClient eve = EventClient.subscribed(door, "eve", "{\"types\":[\"cti.*\"]}");
        Subject call = feeder.interaction();
        List<Event> events = feeder.call("ana", "ben");
        events.subList(0, 3).forEach(event -> feeder.tell(call, event));
        feeder.send(call, 2, events.get(1));
        feeder.send(call, 3, events.get(2));
        feeder.send(new KafkaRecord("cti.interactions", call.id(), Map.of("ce_id", "nonsense"), new byte[] {1, 2}));
        feeder.send(new KafkaRecord("cti.agents", "x", Map.of(), null));
        feeder.tell(call, events.get(3));
        await().until(() -> eve.ids().contains(call + "/1-4"));
        assertThat(eve.ids()).containsExactly(call + "/1-1", call + "/1-2", call + "/1-3", call + "/1-4");
        eve.drop();
    }

    @Test
    void what_only_agents_see_is_not_told_to_who_watches_them() {
        EventClient eve = EventClient.subscribed(door, "eve", "{}");
        EventClient sam = EventClient.subscribed(door, "sam", "{}");
        EventClient ana = EventClient.subscribed(door, "ana", "{}");
        Subject chat = feeder.interaction();
        for (String visibility : List.of("agents", "all")) {
            String id = chat + "/1-" + (visibility.equals("all") ? 2 : 1);
            feeder.send(new KafkaRecord("cti.interactions", chat.id(), Map.of("ce_specversion", "1.0", "ce_id", id,
                    "ce_type", "cti.messaging.messagePosted.v1"),
                    ("{\"agent\":\"ana\",\"visibility\":\"" + visibility + "\"}").getBytes(StandardCharsets.UTF_8)));
        }
        await().untilAsserted(() -> {
            assertThat(ana.ids()).containsExactly(chat + "/1-1", chat + "/1-2");
            assertThat(eve.ids()).containsExactly(chat + "/1-2");
            assertThat(sam.ids()).containsExactly(chat + "/1-2");
        });
        List.of(eve, sam, ana).forEach(EventClient::drop);
    }

    @Test
    void who_says_nothing_hears_all_it_may_from_then_on() {
        EventClient dan = EventClient.open(door, "dan");
        await().atMost(Duration.ofSeconds(15)).until(() -> !dan.frames().isEmpty());
        assertThat(dan.frames().get(0).get("subscribed").get("agents").toString()).isEqualTo("[\"dan\"]");
        feeder.loseBinding("dan");
        await().until(() -> dan.types().equals(List.of("agent.bindingLost")));
        dan.drop();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ana | {"subscribe":{"agents":["ben"]}}        | NOT_AUTHORIZED  | 4403
            ana | {"subscribe":{"agents":["ana","ben"]}}  | NOT_AUTHORIZED  | 4403
            ana | {"subscribe":{"agents":["nobody"]}}     | NOT_AUTHORIZED  | 4403
            sam | {"subscribe":{"agents":["eve"]}}        | NOT_AUTHORIZED  | 4403
            eve | {"subscribe":{"agents":["nobody"]}}     | NOT_AUTHORIZED  | 4403
            eve | {"subscribe":{"agents":[]}}             | INVALID_DATA    | 4400
            eve | {"subscribe":{"agents":"ana"}}          | INVALID_MESSAGE | 4400
            eve | {"subscribe":{"agents":[1]}}            | INVALID_MESSAGE | 4400
            eve | {"subscribe":{"agent":["ana"]}}         | INVALID_MESSAGE | 4400
            eve | {"subscribe":{"types":["a b"]}}         | INVALID_DATA    | 4400
            eve | {"subscribe":{"types":[]}}              | INVALID_DATA    | 4400
            eve | {"subscribe":{"after":"nonsense"}}      | INVALID_DATA    | 4400
            eve | {"subscribe":{"after":7}}               | INVALID_MESSAGE | 4400
            eve | {"subscribe":{},"more":1}               | INVALID_MESSAGE | 4400
            eve | {"subscribe":null}                      | INVALID_MESSAGE | 4400
            eve | []                                      | INVALID_MESSAGE | 4400
            eve | {"subscribe"                            | INVALID_MESSAGE | 4400
            """)
    void a_bad_first_frame_is_told_why_and_closed(String user, String frame, String code, int close) {
        EventClient ear = EventClient.open(door, user);
        ear.say(frame);
        assertThat(ear.closeCode()).isEqualTo(close);
        assertThat(ear.frames()).hasSize(1);
        assertThat(ear.frames().get(0).get("error").get("code").asText()).isEqualTo(code);
        assertThat(ear.frames().get(0).get("error").get("message").asText()).isNotBlank();
    }

    @Test
    void a_second_subscription_is_refused() {
        EventClient eve = EventClient.subscribed(door, "eve", "{}");
        eve.say("{\"subscribe\":{}}");
        assertThat(eve.closeCode()).isEqualTo(4400);
    }

    @ParameterizedTest
    @CsvSource({"sim, 401, ws, wrong", "sim, 403, ws, sim", "ana, 401, ws, ben", "eve, 400, 'ws?after=zzz', eve",
            "sim, 403, http, sim", "ana, 401, http, ben", "ana, 403, 'http?agents=ben', ana",
            "eve, 400, 'http?after=zzz', eve", "eve, 400, 'http?types=%20,', eve"})
    void who_may_not_come_in_is_answered_before_anything_begins(String user, int status, String how, String password) throws Exception {
        String credentials = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (how.startsWith("ws")) {
            URI socket = URI.create("ws" + door.toString().substring(4) + "/events" + how.substring(2));
            assertThatThrownBy(() -> EventClient.HTTP.newWebSocketBuilder().header("Authorization", credentials)
                    .buildAsync(socket, new WebSocket.Listener() { }).join())
                    .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause()).getResponse().statusCode()).isEqualTo(status));
        } else {
            var answer = EventClient.HTTP.send(HttpRequest.newBuilder(door.resolve("/events" + how.substring(4)))
                    .header("Authorization", credentials).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).startsWith("{\"error\":{\"code\":");
        }
    }

    @Test
    void metrics_count_who_is_subscribed() throws Exception {
        EventClient eve = EventClient.subscribed(door, "eve", "{}");
        String metrics = EventClient.HTTP.send(HttpRequest.newBuilder(door.resolve("/metrics")).build(), BodyHandlers.ofString()).body();
        assertThat(metrics).containsPattern("patchbay_events_subscribers [1-9]").contains("patchbay_events_lag ");
        eve.drop();
    }
}
