package io.patchbay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What no door of the real gateway could read is on its topic, without what was in it; what a door could read is not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // after the flood little is written for a second
class UnreadMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SECRET = "hunter2-4711";
    private static final String BROKEN =
            "{\"command\":\"prepareSession\",\"data\":{\"agent\":{\"id\":\"ana\",\"password\":\"" + SECRET + "\"}";

    private static RunningGateway gateway;
    private static Middleware middleware;
    /** What was told before this test. */
    private int before;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("kafka.commands.enabled", "true", "kafka.rejected.limit", "200"));
        middleware = new Middleware(gateway.kafka());
    }

    @BeforeEach
    void begin() {
        before = records().size();
    }

    @AfterAll
    static void stop() {
        middleware.close();
        gateway.close();
    }

    @Test
    void each_door_tells_what_it_could_not_read_and_nothing_of_what_was_in_it() throws Exception {
        socket("/harmony", "ana", BROKEN);
        JsonNode overSocket = one("harmony", "ws-");
        assertThat(overSocket.path("why").asText()).startsWith("The text is not valid JSON at line 1, column ");
        assertThat(overSocket.path("length").asInt()).isEqualTo(BROKEN.length());
        assertThat(overSocket.has("user")).isFalse();

        assertThat(lines(BROKEN + "\n", 1)).hasSize(1);
        post("/harmony", "ana", BROKEN);
        assertThat(one("harmony", "none").path("user").asText()).isEqualTo("ana");
        assertThat(List.of(overSocket, one("harmony", "tcp-"), one("harmony", "none")))
                .allSatisfy(one -> assertThat(one.path("request").asText()).isEqualTo("prepareSession"));

        post("/platform/sms", "sim", "{\"from\":\"+15551234\",\"to\":\"6001\",\"text\":\"" + SECRET);
        assertThat(one("platform", "none").path("user").asText()).isEqualTo("sim");

        socket("/events", "eve", "{\"subscribe\":{\"agents\":[\"" + SECRET + "\"}");
        assertThat(one("events", "ws-").path("user").asText()).isEqualTo("eve");

        RecordMetadata place = middleware.send("ana", "{\"operation\":\"sendDtmf\",\"arguments\":{\"digits\":\"" + SECRET + "\"}");
        JsonNode command = one("commands", "none");
        assertThat(command.path("request").asText()).isEqualTo("sendDtmf");
        assertThat(command.path("record")).hasToString("{\"topic\":\"cti.commands\",\"partition\":" + place.partition()
                + ",\"offset\":" + place.offset() + "}");
        assertThat(records()).hasSize(6).allSatisfy(record -> {
            assertThat(new String(record.value(), UTF_8)).doesNotContain("hunter2", "4711");
            record.headers().forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain("hunter2", "4711"));
        });
    }

    @Test
    void an_envelope_that_cannot_be_read_is_told_with_the_agent_that_signed_in() throws Exception {
        String broken = "{\"subtopic\":\"SetSEND_DTMF\",\"data\":{\"digits\":\"" + SECRET + "\"}";
        socket("/acqueon", "ben", broken);
        post("/acqueon", "ana", broken);
        assertThat(one("acqueon", "ws-").path("user").asText()).isEqualTo("ben");
        assertThat(one("acqueon", "none").path("user").asText()).isEqualTo("ana");
        assertThat(one("acqueon", "none").path("request").asText()).isEqualTo("SetSEND_DTMF");
        assertThat(records()).allSatisfy(record -> assertThat(new String(record.value(), UTF_8)).doesNotContain("hunter2", "4711"));
    }

    @Test
    void a_body_that_is_no_xml_is_told_and_one_that_is_refused_is_not() throws Exception {
        post("/finesse/api/User/ana/Dialogs", "ana", "<Dialog><requestedAction>MAKE_CALL</requestedAction></Dialog>");
        post("/finesse/api/User/ana/Dialogs", "ana", "<Dialog><value>" + SECRET + "</value>");
        assertThat(one("finesse", "none").path("user").asText()).isEqualTo("ana");
        assertThat(records()).allSatisfy(record -> assertThat(new String(record.value(), UTF_8)).doesNotContain("hunter2", "4711"));
    }

    @Test
    void what_is_no_text_or_no_request_is_told_and_what_is_refused_is_not() throws Exception {
        post("/platform/calls", "sim", new byte[] {'{', (byte) 0xff});
        post("/harmony", "ana", new byte[] {(byte) 0xc3});
        post("/harmony", "ana", "{\"command\":\"session.start\",\"data\":{}}");
        lines("x".repeat(70_000) + "\n", 1);
        middleware.reply(middleware.send("ana".getBytes(UTF_8), new byte[] {(byte) 0xff}));
        middleware.reply(middleware.send("ana", Middleware.command("c-1", "ana", "no.such", "{}", "{}")));
        post("/platform/calls", "sim", "{}");
        post("/platform/calls", "ana", "not even read");
        post("/harmony", "ana", "{\"command\":\"no.such\",\"target\":\"x\",\"data\":{}}");
        socket("/events", "ana", "{\"subscribe\":{\"agents\":[\"ben\"]}}");
        post("/harmony", "ana", "the last one");

        await().until(() -> told("harmony").size() == 4 && told("platform").size() == 1 && told("commands").size() == 1);
        assertThat(told("harmony")).extracting(one -> one.path("why").asText()).containsExactlyInAnyOrder("The body is not UTF-8.",
                "The member target must be a string, the path of an object.", "The message is longer than 65536 bytes.",
                "The text is not valid JSON at line 1, column 1.");
        assertThat(told("events")).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_flood_is_answered_as_fast_as_it_comes_and_most_of_it_is_only_counted() throws Exception {
        int flood = 3_000;
        double known = counted("written");
        assertThat(lines("{\n".repeat(flood), flood)).hasSize(flood);
        await().atMost(Duration.ofSeconds(40)).until(() -> counted("written") + counted("dropped") == known + flood);
        assertThat(counted("dropped")).isGreaterThan(500);
        assertThat(records()).hasSize((int) (counted("written") - known));
    }

    private double counted(String outcome) throws Exception {
        String metrics = HTTP.send(HttpRequest.newBuilder(gateway.http().resolve("/metrics")).build(), BodyHandlers.ofString()).body();
        return metrics.lines().filter(line -> line.startsWith("patchbay_rejected_total{outcome=\"" + outcome + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1])).findFirst().orElseThrow();
    }

    /** What the door told of a client whose id begins so, or of none. */
    private JsonNode one(String door, String client) {
        List<JsonNode> all = await().until(() -> told(door).stream()
                .filter(one -> one.path("client").asText("none").startsWith(client)).toList(), found -> !found.isEmpty());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<JsonNode> told(String door) {
        return records().stream().map(UnreadMessagesTest::tree).filter(one -> one.path("door").asText().equals(door)).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return gateway.broker().orElseThrow().records("cti.rejected").stream().skip(before).toList();
    }

    private static JsonNode tree(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String text, int replies) throws IOException {
        try (Socket socket = new Socket(gateway.http().getHost(), gateway.harmonyTcp())) {
            socket.setSoTimeout(20_000);
            Thread writer = new Thread(() -> {
                try {
                    socket.getOutputStream().write(text.getBytes(UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.start();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            List<String> all = new ArrayList<>();
            while (all.size() < replies) {
                all.add(in.readLine());
            }
            return all;
        }
    }

    private void post(String path, String user, String body) throws Exception {
        post(path, user, body.getBytes(UTF_8));
    }

    private void post(String path, String user, byte[] body) throws Exception {
        HTTP.send(HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", basic(user))
                .POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    /** Sends one frame; the socket is left open. */
    private void socket(String path, String user, String text) {
        URI door = URI.create("ws" + gateway.http().resolve(path).toString().substring("http".length()));
        HTTP.newWebSocketBuilder().header("Authorization", basic(user)).buildAsync(door, new WebSocket.Listener() { }).join()
                .sendText(text, true).join();
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
    }
}
