package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the {@code dataschema} of an event names is where it says, on a real gateway. */
class SchemaFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningGateway gateway;

    /** With topics of its own. */
    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("kafka.commands.enabled", "true"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void the_dataschema_of_each_event_is_served_and_its_data_fits() throws Exception {
        EventClient eve = EventClient.subscribed(gateway.http(), "eve", "{\"types\":[\"cti.agent.*\"]}");
        try (Desktop ana = Desktop.of(gateway.http(), "ana", "5001")) {
            ana.ready();
            ana.success("session.request.logout", ana.session(), "{}");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> eve.types().contains("agent.sessionEnded"));
        for (JsonNode event : eve.events()) {
            String address = event.path("dataschema").asText();
            assertThat(address).startsWith(base());
            HttpResponse<String> answer = get(URI.create(address).getPath());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/schema+json");
            assertThat(answer.headers().firstValue("cache-control")).hasValue("public, max-age=86400");
            JsonNode schema = JSON.readTree(answer.body());
            assertThat(schema.path("$id")).isEqualTo(event.path("dataschema"));
            Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
            assertThat(judge.validate(event.path("data"))).as(event.toString()).isEmpty();
        }
        eve.drop();
    }

    @Test
    void every_schema_is_listed_and_served_at_its_address() throws Exception {
        JsonNode list = JSON.readTree(get("/schemas").body()).path("schemas");
        Set<String> files = new TreeSet<>();
        for (JsonNode entry : list) {
            String type = entry.path("type").asText();
            files.add(type + ".json");
            assertThat(entry.path("schema").asText()).isEqualTo(base() + type + ".json");
            assertThat(entry.path("topic").asText()).startsWith("cti.");
            JsonNode schema = JSON.readTree(get("/schemas/" + type + ".json").body());
            assertThat(schema.path("$id")).isEqualTo(entry.path("schema"));
            assertThat(schema.path("description")).isEqualTo(entry.path("description"));
        }
        try (Stream<Path> all = Files.list(Path.of("src/main/resources/schemas"))) {
            assertThat(all.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.json")))
                    .containsExactlyInAnyOrderElementsOf(files).hasSameSizeAs(list);
        }
    }

    @Test
    void each_record_of_each_topic_is_a_cloud_event_of_a_listed_type() throws Exception {
        try (Middleware middleware = new Middleware(gateway.kafka());
             CloudEventTopics topics = new CloudEventTopics(gateway.kafka(), JSON.readTree(get("/schemas").body()))) {
            middleware.accepted("dan", "startSession", "{}", "{}");
            middleware.reply(middleware.send("dan", "no JSON"));
            middleware.accepted("caro", "startSession", "{}", "{}");
            middleware.accepted("caro", "addChannel", "{}", "{\"medium\":\"voice\",\"endpoint\":\"5003\"}");
            String answer = EventClient.HTTP.send(HttpRequest.newBuilder(gateway.http().resolve("/platform/calls"))
                    .header("Authorization", EventClient.basic("sim")).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"from\":\"+15551234\",\"to\":\"sales\"}")).build(), BodyHandlers.ofString())
                    .body();
            assertThat(JSON.readTree(answer).path("interaction").asText()).as(answer).isNotEmpty();
            await().atMost(Duration.ofSeconds(20)).until(topics::areAllUsed);
            topics.areCloudEvents();
            middleware.accepted("caro", "endSession", "{}", "{}");
            middleware.accepted("dan", "endSession", "{}", "{}");
        }
    }

    private static String base() {
        return "http://localhost:" + gateway.http().getPort() + "/schemas/";
    }

    @Test
    void it_is_only_looked_at_for_its_headers_too() throws Exception {
        HttpResponse<String> head = send("HEAD", "/schemas/cti.call.held.v1.json", new byte[0]);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-type")).hasValue("application/schema+json");
        assertThat(head.body()).isEmpty();
        assertThat(send("POST", "/schemas/cti.call.held.v1.json", new byte[0]).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schemas/", "/schemas/index.json", "/schemas/cti.call.held.v2.json",
        "/schemas/cti.call.held.v1", "/schemas/nonsense",
        "/schemas/cti.call.held.v1.json/", "/schemas/cti.call.held.v1.json%00", "/schemas/..%2fschemas%2fcti.call.held.v1.json",
        "/schemas/x/../../schemas/../log4j2.properties", "/schemas/%2e%2e/%2e%2e/etc/passwd",
        "/schemas/..%5c..%5cetc%5cpasswd", "/schemas/io/patchbay/Gateway.class"})
    void nothing_else_is_served(String path) throws IOException {
        assertThat(raw(path)).startsWith("HTTP/1.1 404 ").doesNotContain("$schema", "Exception");
    }

    @Test
    void a_request_that_is_no_text_is_refused() throws Exception {
        HttpResponse<String> answer = send("GET", "/schemas/cti.call.held.v1.json", new byte[] {(byte) 0xff});
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("The body is not UTF-8.\n");
    }

    /** As it stands: a client of the JDK would clean the path. */
    private static String raw(String path) throws IOException {
        try (Socket socket = new Socket(gateway.http().getHost(), gateway.http().getPort());
             OutputStream out = socket.getOutputStream(); InputStream in = socket.getInputStream()) {
            out.write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, new byte[0]);
    }

    private static HttpResponse<String> send(String method, String path, byte[] body) throws IOException, InterruptedException {
        return EventClient.HTTP.send(HttpRequest.newBuilder(gateway.http().resolve(path))
                .method(method, BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }
}
