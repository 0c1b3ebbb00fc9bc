package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.broker.SecuredBroker;
import io.patchbay.broker.TokenIssuer;
import io.patchbay.cli.TailCommand;
import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.testing.Certificates;
import io.patchbay.testing.LogLines;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The gateway at brokers that want to know who it is, and have access lists. */
class SecuredKafkaTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SecuredBroker broker;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        broker = SecuredBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    @Timeout(120)
    void everything_works_with_a_user_over_tls_and_no_secret_is_shown() throws Exception {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        LogLines lines = new LogLines(log::add);
        try (RunningGateway gateway = RunningGateway.start(user("gateway", Map.of("kafka.commands.enabled", "true")))) {
            HttpResponse<Stream<String>> events = HTTP.send(as("eve", gateway, "/events").GET().build(), BodyHandlers.ofLines());
            Iterator<String> received = events.body().iterator();
            assertThat(has(received, "id: ")).as("it is subscribed").isTrue();
            String call = call(gateway);
            assertThat(has(received, call)).as("the events door reads").isTrue();
            try (Middleware middleware = new Middleware(broker.open())) {
                JsonNode reply = middleware.ask(new ObjectMapper().readTree("{\"agent\":\"ana\",\"operation\":\"startSession\"}"));
                assertThat(reply.path("outcome").asText()).as("%s", reply).isEqualTo("accepted");
            }
            await().untilAsserted(() -> assertThat(read(user("reader", Map.of()))).contains(call));
            assertThat(gateway.gateway().config().toString()).doesNotContain(SecuredBroker.password("gateway"));
            assertThat(HTTP.send(as("eve", gateway, "/health").GET().build(), BodyHandlers.ofString()).body())
                    .doesNotContain(SecuredBroker.password("gateway"));
        } finally {
            lines.close();
        }
        assertThat(log).isNotEmpty().noneMatch(line -> line.contains(SecuredBroker.password("gateway")));
    }

    private static boolean has(Iterator<String> lines, String text) {
        while (lines.hasNext()) {
            if (lines.next().contains(text)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_certificate_says_who_the_gateway_is() throws Exception {
        Map<String, String> keys = new HashMap<>(trusting(broker.mutual(), "SSL"));
        keys.put("kafka.security.ssl.keystore.location", broker.certificates().pem("gateway").resolveSibling("gateway.p12").toString());
        keys.put("kafka.security.ssl.keystore.password", Certificates.PASSWORD);
        try (RunningGateway gateway = RunningGateway.start(keys)) {
            String call = call(gateway);
            await().untilAsserted(() -> assertThat(read(user("reader", Map.of()))).contains(call));
        }
        keys.keySet().removeIf(key -> key.contains("keystore"));
        assertRefused(keys, "does not let this gateway in", "the certificates that each side trusts");
    }

    @Test
    void a_user_without_rights_is_told_which_it_needs() throws IOException {
        assertRefused(user("stranger", Map.of()), "does not let the user of this gateway create the topic cti.", "kafka-acls",
                "DescribeConfigs");
        assertRefused(user("reader", Map.of()), "DescribeConfigs", "kafka-acls");
    }

    @Test
    void a_wrong_password_is_not_shown() throws IOException {
        Map<String, String> keys = new HashMap<>(user("gateway", Map.of()));
        keys.put("kafka.security.sasl.password", "sesame-geheim");
        assertThatThrownBy(() -> RunningGateway.start(keys)).isInstanceOf(BadConfig.class)
                .hasMessageContainingAll("kafka.security.protocol", "does not let this gateway in").hasMessageNotContaining("sesame");
    }

    @Test
    void a_broker_with_an_unknown_certificate_is_not_trusted() throws IOException {
        Map<String, String> keys = new HashMap<>(user("gateway", Map.of()));
        keys.remove("kafka.security.ssl.truststore.location");
        assertRefused(keys, "does not let this gateway in", "certificates");
    }

    @Test
    void every_mechanism_lets_in() throws Exception {
        for (String mechanism : List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")) {
            try (var admin = clients(user("gateway", Map.of("kafka.security.sasl.mechanism", mechanism))).admin(Map.of())) {
                assertThat(admin.describeCluster().nodes().get()).as(mechanism).isNotEmpty();
            }
        }
    }

    @Test
    void a_token_lets_in() throws Exception {
        Map<String, String> keys = new HashMap<>(trusting(broker.sasl(), "SASL_SSL"));
        String oauth = "kafka.security.sasl.oauthbearer.";
        keys.putAll(Map.of("kafka.security.sasl.mechanism", "OAUTHBEARER", oauth + "token.endpoint.url",
                broker.tokens().address().toString(), oauth + "client.id", "gateway",
                oauth + "client.secret", TokenIssuer.SECRET, oauth + "scope", "kafka"));
        try (var admin = clients(keys).admin(Map.of())) {
            assertThat(admin.describeCluster().nodes().get()).isNotEmpty();
        }
    }

    private static void assertRefused(Map<String, String> keys, String... sentences) {
        assertThatThrownBy(() -> RunningGateway.start(keys)).isInstanceOf(BadConfig.class).hasMessageContainingAll(sentences);
    }

    private static Map<String, String> trusting(String brokers, String protocol) {
        return Map.of("kafka.brokers", brokers, "kafka.security.protocol", protocol, "kafka.security.ssl.truststore.location",
                broker.certificates().pem("broker").toString());
    }

    /** With the password in a file. */
    private Map<String, String> user(String user, Map<String, String> more) throws IOException {
        Path password = Files.writeString(directory.resolve(user), SecuredBroker.password(user) + "\n");
        Map<String, String> keys = new HashMap<>(trusting(broker.sasl(), "SASL_SSL"));
        keys.put("kafka.security.sasl.username", user);
        keys.put("kafka.security.sasl.password", "${file:" + password + "}");
        keys.putAll(more);
        return keys;
    }

    private static KafkaClients clients(Map<String, String> keys) {
        var kafka = configuration(keys).gateway().kafka();
        return new KafkaClients(String.join(",", kafka.brokers()), kafka.security());
    }

    private static Configuration configuration(Map<String, String> keys) {
        Properties options = new Properties();
        options.putAll(keys);
        return Configuration.load(Configuration.FILE, Map.of(), options);
    }

    /** What this user reads of interactions, with the command line. */
    private static String read(Map<String, String> keys) {
        StringWriter out = new StringWriter();
        CommandLine tail = new CommandLine(new TailCommand(() -> configuration(keys))).setOut(new PrintWriter(out));
        assertThat(tail.execute("--topic", "cti.interactions", "--from-beginning", "-e")).isZero();
        return out.toString();
    }

    private static String call(RunningGateway gateway) throws Exception {
        HttpRequest request = as("sim", gateway, "/platform/calls")
                .POST(BodyPublishers.ofString("{\"from\":\"+15557201\",\"to\":\"sales\"}")).build();
        String body = HTTP.send(request, BodyHandlers.ofString()).body();
        String call = new ObjectMapper().readTree(body).path("call").asText();
        assertThat(call).as(body).matches("[0-9A-F]{32}");
        return call;
    }

    private static HttpRequest.Builder as(String user, RunningGateway gateway, String path) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(gateway.http() + path)).header("Authorization", "Basic " + credentials);
    }
}
