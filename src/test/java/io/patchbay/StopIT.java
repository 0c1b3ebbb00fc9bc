package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.GatewayProcess;
import io.patchbay.testing.TopicReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway says that it is ready when it is, and stops so that its next start finds everything in order. */
class StopIT {
    private static final int TERMINATED = 143;
    private static final String CALL = "{\"from\":\"+15551234\",\"to\":\"sales\"}";
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void it_is_healthy_once_it_says_so() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(directory, Map.of()).awaitReady()) {
            assertThat(client.send(HttpRequest.newBuilder(gateway.http().resolve("/health")).build(),
                    HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThat(gateway.errors()).isEmpty();
        }
    }

    @Test
    void what_it_published_is_there_after_a_stop_and_nothing_is_repaired() throws Exception {
        List<String> before;
        try (GatewayProcess gateway = GatewayProcess.start(directory, Map.of()).awaitReady()) {
            assertThat(call(gateway.http()).statusCode()).isEqualTo(201);
            before = ids(gateway);
            assertThat(before).isNotEmpty();
            assertThat(gateway.stop()).isEqualTo(TERMINATED);
            assertThat(gateway.errors()).isEmpty();
            assertThat(warnings(gateway)).as("with the messages of libraries").isEmpty();
        }
        assertThat(directory.resolve("kafka/.kafka_cleanshutdown")).exists();
        try (GatewayProcess again = GatewayProcess.start(directory, Map.of()).awaitReady()) {
            assertThat(ids(again)).containsExactlyElementsOf(before);
            assertThat(again.output()).contains("clean shutdown file").doesNotContain("no clean shutdown file");
            again.stop();
            assertThat(warnings(again)).as("with the messages of libraries").isEmpty();
        }
    }

    @Test
    void stopped_in_the_middle_of_a_start_it_leaves_everything_in_order() {
        try (GatewayProcess gateway = GatewayProcess.start(directory, Map.of()).awaitOutput("embedded broker is ready")) {
            assertThat(gateway.stop()).isEqualTo(TERMINATED);
            assertThat(gateway.errors()).isEmpty();
            assertThat(directory.resolve("kafka/.kafka_cleanshutdown")).exists();
        }
    }

    /** The demo directory is warned of, and rightly. */
    private static List<String> warnings(GatewayProcess gateway) {
        return gateway.output().lines().filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .filter(line -> !line.contains("demo passwords")).toList();
    }

    private static List<String> ids(GatewayProcess gateway) {
        return TopicReader.records(gateway.kafka(), "cti.interactions").stream()
                .map(record -> record.key() + " " + new String(record.headers().lastHeader("ce_id").value())).toList();
    }

    private HttpResponse<String> call(URI http) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(http.resolve("/platform/calls"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes()))
                .POST(HttpRequest.BodyPublishers.ofString(CALL)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
