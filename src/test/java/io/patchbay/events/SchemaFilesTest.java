package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the {@code dataschema} of an event names is where it says, on a real gateway. */
class SchemaFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningGateway gateway;

    /** Of its own: events of an older gateway on the same topics belong to an era that is over. */
    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of());
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
            HttpResponse<String> answer = get(event.path("dataschema").asText());
            assertThat(answer.statusCode()).as(event.path("dataschema").asText()).isEqualTo(200);
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
    void it_is_only_looked_at_for_its_headers_too() throws Exception {
        HttpResponse<String> head = send("HEAD", "/schemas/cti.call.held.v1.json", new byte[0]);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-type")).hasValue("application/schema+json");
        assertThat(head.body()).isEmpty();
        assertThat(send("POST", "/schemas/cti.call.held.v1.json", new byte[0]).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schemas", "/schemas/", "/schemas/cti.call.held.v2.json", "/schemas/cti.call.held.v1", "/schemas/nonsense",
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
