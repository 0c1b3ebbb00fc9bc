package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.GatewayProcess;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a process as its environment asks for it. StopIT has the text layout with the messages of all libraries. */
class LogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "{\"from\":\"+15551234\",\"to\":\"sales\"}";

    @TempDir
    Path directory;

    @Test
    void a_call_between_start_and_stop_leaves_json_without_a_warning_and_an_audit_log() throws Exception {
        Path audit = directory.resolve("audit.log");
        Map<String, String> environment = Map.of("LOG_LAYOUT", "json", "LOG_LIBRARIES", "WARN", "LOG_AUDIT", "file",
                "LOG_AUDIT_FILE", audit.toString());
        try (GatewayProcess gateway = GatewayProcess.start(directory, Map.of(), environment).awaitOutput("\"ready\"")) {
            assertThat(call(gateway)).isEqualTo(201);
            gateway.stop();
            List<JsonNode> lines = lines(gateway.output());
            assertThat(lines).extracting(line -> line.path("message").asText()).containsSubsequence("starting", "HTTP port open",
                    "embedded broker is ready", "joined the cluster", "ready", "user accepted", "stopping", "stopped");
            assertThat(gateway.errors()).startsWith("Patchbay is ready.").contains("/harmony");
            assertThat(lines).filteredOn(line -> !line.path("message").asText().contains("demo passwords"))
                    .extracting(line -> line.path("level").asText()).containsOnly("INFO");
            assertThat(lines).allSatisfy(line -> assertThat(line.path("time").asText()).matches("20.+T.+"));
            assertThat(lines(Files.readString(audit))).singleElement().satisfies(line -> {
                assertThat(line.at("/contextMap/agent").asText()).isEqualTo("sim");
                assertThat(line.at("/contextMap/address").asText()).isEqualTo("127.0.0.1");
            });
        }
    }

    private static int call(GatewayProcess gateway) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(gateway.http().resolve("/platform/calls"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes()))
                .POST(HttpRequest.BodyPublishers.ofString(CALL)).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static List<JsonNode> lines(String output) {
        return output.lines().map(line -> {
            try {
                return JSON.readTree(line);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }
}
