package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Broker;
import io.patchbay.testing.Compose;
import io.patchbay.testing.GatewayProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two gateway processes with the environment of docker-compose.yml, its addresses replaced by those of this machine. */
class ComposeIT {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static final Pattern CALL = Pattern.compile("\"call\":\"(\\w+)\"");

    private final Compose compose = Compose.read();
    private final Map<String, String> ports = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void a_call_that_comes_in_at_one_gateway_is_seen_at_the_other() throws Exception {
        compose.gateways().forEach(gateway -> ports.put(compose.address(gateway), GatewayProcess.freePort()));
        try (GatewayProcess one = gateway("gateway-1"); GatewayProcess other = gateway("gateway-2")) {
            one.awaitReady();
            other.awaitReady();
            HttpResponse<String> made = send(one.http().resolve("/platform/calls"), "{\"from\":\"+15551234\",\"to\":\"sales\"}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            Matcher call = CALL.matcher(made.body());
            assertThat(call.find()).as(made.body()).isTrue();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                HttpResponse<String> shown = send(other.http().resolve("/platform/calls/" + call.group(1)), null);
                assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
            });
            assertThat(healthCheck(one)).as("the exit code of the health check").isZero();
            one.stop();
            assertThat(healthCheck(one)).as("the exit code of the health check after a stop").isNotZero();
        }
    }

    private GatewayProcess gateway(String name) throws Exception {
        Map<String, String> environment = compose.environment(name);
        environment.replaceAll((key, value) -> here(value));
        return GatewayProcess.start(Files.createDirectories(directory.resolve(name)),
                Map.of("cluster.port", ports.get(compose.address(name))), environment);
    }

    private String here(String value) {
        String here = value.replace("kafka:19092", broker.bootstrap());
        for (Map.Entry<String, String> port : ports.entrySet()) {
            here = here.replace(port.getKey() + ":5701", "127.0.0.1:" + port.getValue()).replace(port.getKey(), "127.0.0.1");
        }
        return here;
    }

    private int healthCheck(GatewayProcess gateway) throws Exception {
        List<String> command = compose.healthCheck("gateway-1").stream()
                .map(part -> part.replace("127.0.0.1/8080", "127.0.0.1/" + gateway.http().getPort())).toList();
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private HttpResponse<String> send(URI uri, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes()));
        return client.send((body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
