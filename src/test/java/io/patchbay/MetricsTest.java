package io.patchbay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The metrics of a gateway with an agent, a waiting call and a wrong password, and what the files of operators say of them. */
class MetricsTest {
    private static final Path PAGE = Path.of("src/docs/metrics.md");
    private static final Path ALERTS = Path.of("config/monitoring/prometheus-alerts.yaml");
    private static final Path DASHBOARD = Path.of("config/monitoring/grafana-dashboard.json");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| ([^|]*)\\|");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE ((?:patchbay|camel)_\\w+) (\\w+)$");
    private static final Pattern NAME = Pattern.compile("\\b(patchbay|camel|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningGateway gateway;
    private static Desktop ana;

    @BeforeAll
    static void an_agent_who_is_not_ready_and_a_call_that_waits() {
        gateway = RunningGateway.start(Map.of());
        ana = Desktop.of(gateway.http(), "ana", "5001");
        assertThat(ask("POST", "/platform/calls", "sim:sim", "{\"from\":\"+15551234\",\"to\":\"sales\"}").statusCode()).isEqualTo(201);
        assertThat(ask("GET", "/events", "sam:wrong-guess", "").statusCode()).isEqualTo(401);
        assertThat(ask("POST", "/platform/calls", "sim:wrong-guess", "{}").statusCode()).isEqualTo(401);
        assertThat(ask("POST", "/harmony", "ana:ana", "{\"command\":\"prepareSession\",\"data\":{\"model\":\"\",\"override\":false,"
                + "\"agent\":{\"id\":\"ana\",\"password\":\"ana\"}}}").body()).contains("confirm");
        for (String state : List.of("notready", "nosuch")) {
            ana.send("{\"command\":\"channel.request." + state + "\",\"target\":\"" + ana.channel() + "\",\"data\":{}}");
        }
    }

    @AfterAll
    static void stop() {
        ana.close();
        gateway.close();
    }

    @Test
    void agents_interactions_and_queues_are_counted() {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(scrape().lines())
                .contains("patchbay_sessions 1.0", "patchbay_agents{state=\"not_ready\"} 1.0", "patchbay_agents{state=\"ready\"} 0.0",
                        "patchbay_interactions{medium=\"voice\"} 1.0", "patchbay_interactions{medium=\"chat\"} 0.0",
                        "patchbay_queue_waiting{queue=\"sales\"} 1.0", "patchbay_queue_waiting{queue=\"support\"} 0.0",
                        "patchbay_queue_longest_wait_seconds{queue=\"support\"} 0.0"));
        assertThat(value("patchbay_queue_longest_wait_seconds{queue=\"sales\"}")).isPositive();
    }

    @Test
    void the_member_tells_of_itself() {
        assertThat(scrape().lines()).contains("patchbay_ready 1.0", "patchbay_members 1.0", "patchbay_members_expected 1.0",
                "patchbay_lone 1.0",
                "patchbay_broker_up 1.0", "patchbay_build_info{version=\"development\"} 1",
                "patchbay_signin_failures_total{outcome=\"denied\",secret=\"password\"} 2.0",
                "patchbay_signin_failures_total{outcome=\"slowed\",secret=\"password\"} 0.0",
                "patchbay_signin_failures_total{outcome=\"denied\",secret=\"token\"} 0.0",
                "patchbay_clients_slow_total{door=\"in-harmony\"} 0.0");
    }

    @Test
    void commands_are_counted_by_door_operation_and_outcome_and_timed_to_the_reply_and_to_kafka() {
        assertThat(value("patchbay_commands_total{door=\"in-platform\",operation=\"contactArrived\",outcome=\"accepted\"}")).isEqualTo(1);
        assertThat(value("patchbay_commands_total{door=\"in-harmony\",operation=\"startSession\",outcome=\"accepted\"}")).isPositive();
        assertThat(value("patchbay_commands_total{door=\"in-harmony-post\",operation=\"startSession\",outcome=\"already_bound\"}"))
                .isEqualTo(1);
        assertThat(value("patchbay_commands_seconds_count{accepted=\"false\",door=\"in-harmony-post\"}")).isEqualTo(1);
        assertThat(value("patchbay_commands_seconds_count{accepted=\"true\",door=\"in-platform\"}")).isEqualTo(1);
        assertThat(value("patchbay_commands_seconds_sum{accepted=\"true\",door=\"in-platform\"}")).isPositive();
        await().untilAsserted(() -> assertThat(value("patchbay_events_acknowledged_seconds_count{topic=\"cti.interactions\"}"))
                .isGreaterThanOrEqualTo(2));
        await().until(() -> value("patchbay_events_unpublished") == 0);
    }

    @Test
    void no_label_names_a_person_or_a_number() {
        assertThat(scrape()).doesNotContainPattern("=\"[^\"]*\\b(ana|sim|5001|15551234|127\\.0\\.0\\.1)\\b");
    }

    @Test
    void the_page_has_every_metric_with_its_type_and_labels_and_no_other() throws IOException {
        Map<String, String> written = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> written.put(row.group(1), row.group(2) + " "
                + new TreeSet<>(Stream.of(row.group(3).split(",")).map(label -> label.strip().replace("`", ""))
                        .filter(label -> !label.isEmpty()).toList())));
        Map<String, String> real = new TreeMap<>();
        String metrics = scrape();
        FAMILY.matcher(metrics).results().filter(family -> !family.group(1).endsWith("_seconds_max"))
                .forEach(family -> real.put(family.group(1), family.group(2) + " " + labels(metrics, family.group(1))));
        assertThat(written).containsExactlyEntriesOf(real);
    }

    @Test
    void each_metric_of_the_dashboard_and_of_the_alerts_exists() throws IOException {
        Set<String> series = scrape().lines().filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
        Map<String, String> used = new LinkedHashMap<>();
        expressions().forEach((where, expression) -> NAME.matcher(expression).results().map(MatchResult::group)
                .forEach(name -> used.put(name, where)));
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(used).allSatisfy((name, where) -> assertThat(series).as(where).contains(name));
        assertThat(Files.readString(DASHBOARD)).doesNotContain("\"expr\": \"\"");
    }

    /** Each PromQL expression by its place. */
    private static Map<String, String> expressions() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            panel.path("targets").forEach(target -> all.put(panel.path("title").asText() + target.path("refId").asText(),
                    target.path("expr").asText()));
        }
        Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ALERTS));
        for (Object group : (List<?>) file.get("groups")) {
            for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                all.put(((Map<?, ?>) rule).get("alert").toString(), ((Map<?, ?>) rule).get("expr").toString());
            }
        }
        assertThat(new ArrayList<>(all.values())).allSatisfy(expression -> assertThat(expression).containsPattern(NAME));
        return all;
    }

    private static Set<String> labels(String metrics, String family) {
        return Pattern.compile("(?m)^" + family + "(_count)?(\\{.*})? ").matcher(metrics).results()
                .flatMap(line -> LABEL.matcher(String.valueOf(line.group(2))).results()).map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(String series) {
        return scrape().lines().filter(line -> line.startsWith(series + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(series.length() + 1))).orElse(Double.NaN);
    }

    private static String scrape() {
        return send(HttpRequest.newBuilder(gateway.http().resolve("/metrics")).build()).body();
    }

    private static HttpResponse<String> ask(String method, String path, String user, String body) {
        String basic = Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
        return send(HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", "Basic " + basic)
                .method(method, BodyPublishers.ofString(body)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
