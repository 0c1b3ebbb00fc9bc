package io.patchbay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a gateway under attack must keep in order: its topics, what stands under which key, its health, and its tongue. */
public final class GatewayInvariants implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CLASS = Pattern.compile("\\b[a-z]+(\\.[a-z0-9_]+)+\\.[A-Z]\\w+");
    private static final Pattern TRACE = Pattern.compile("Exception|\\bat [a-z]+\\.|Caused by|\\.java:\\d");
    private static final Pattern HEADER = Pattern.compile("content-type|ce_(specversion|id|type|subject|source|time|sequence|partitionkey"
            + "|correlationid|causationid|dataschema|datacontenttype)");
    private static final Map<String, String> KINDS = Map.of("cti.agents", "agent/", "cti.interactions", "interaction/",
            "cti.agent-state", "agent/", "cti.interaction-state", "interaction/", "cti.queues", "queue/", "cti.queue-state", "queue/");
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.shared()));
    private final URI gateway;
    private final String source;
    private final Set<String> topics;

    /** @param node the gateway's name, by which its records are known */
    public GatewayInvariants(URI gateway, String node) {
        this.gateway = gateway;
        this.source = "/patchbay/" + node;
        this.topics = topics();
    }

    private Set<String> topics() {
        try {
            return admin.listTopics().names().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The gateway is well. */
    public void isWell(String attempt) {
        try {
            HttpResponse<String> health = HTTP.send(HttpRequest.newBuilder(gateway.resolve("/health")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).as("health after %s: %s", attempt, health.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A reply names no class and shows no stack but what it quotes of the question. */
    public void tellsNothing(String question, String reply) {
        assertThat(TRACE.matcher(reply).find()).as("a trace in the reply to %s: %s", question, reply).isFalse();
        assertThat(CLASS.matcher(reply).results().map(found -> found.group()).filter(name -> !question.contains(name)))
                .as("classes in the reply to %s: %s", question, reply).isEmpty();
    }

    /** Waits until the topic has these pairs as data of the interaction, word for word. */
    public void hold(String interaction, Map<String, String> data) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Map<String, String> set = new HashMap<>();
            Broker.sharedRecords("cti.interactions").stream()
                    .filter(r -> interaction.equals(r.key()) && header(r, "ce_type").equals("cti.interaction.dataChanged.v1"))
                    .forEach(r -> json(r.value()).path("set").properties().forEach(m -> set.put(m.getKey(), m.getValue().textValue())));
            assertThat(set).containsAllEntriesOf(data);
        });
    }

    /** Of this gateway's records: each in the topic of its kind, under its subject's id, with no header but the documented ones. */
    public void everyRecordIsWhereItBelongs() {
        assertThat(topics()).as("no topic came").isEqualTo(topics);
        assertThat(KINDS.keySet()).isSubsetOf(topics);
        everyRejectionIsOne();
        everyEntryOfTheDirectoryHasItsId();
        Set<String> others = Set.of("cti.rejected", "cti.directory");
        for (String topic : topics.stream().filter(t -> !t.startsWith("__") && !others.contains(t)).toList()) {
            List<ConsumerRecord<String, byte[]>> mine = Broker.sharedRecords(topic).stream()
                    .filter(r -> source.equals(header(r, "ce_source"))).toList();
            assertThat(mine).allSatisfy(record -> {
                assertThat(KINDS).containsKey(topic);
                assertThat(KINDS.get(topic) + record.key()).isEqualTo(header(record, "ce_subject"));
                assertThat(header(record, "ce_id")).startsWith(KINDS.get(topic) + record.key() + "/");
                assertThat(header(record, "ce_sequence")).matches("\\d{6}-\\d{12}");
                hasASchema(record);
                assertThat(record.headers()).allMatch(h -> HEADER.matcher(h.key()).matches());
            });
        }
    }

    private static void hasASchema(ConsumerRecord<String, byte[]> record) {
        String type = header(record, "ce_type");
        assertThat(header(record, "ce_dataschema")).startsWith("http").endsWith("/schemas/" + type + ".json");
        assertThat(GatewayInvariants.class.getResource("/schemas/" + type + ".json")).as("the schema of %s", type).isNotNull();
    }

    /** What could not be read has no key and no subject. */
    private void everyRejectionIsOne() {
        Broker.sharedRecords("cti.rejected").stream().filter(r -> source.equals(header(r, "ce_source"))).forEach(record -> {
            assertThat(record.key()).isNull();
            assertThat(header(record, "ce_id")).matches("rejected/[0-9a-f-]{36}");
            hasASchema(record);
            assertThat(record.headers()).allMatch(h -> HEADER.matcher(h.key()).matches());
        });
    }

    private void everyEntryOfTheDirectoryHasItsId() {
        Broker.sharedRecords("cti.directory").stream().filter(r -> source.equals(header(r, "ce_source"))).forEach(record -> {
            assertThat(json(record.value()).path("id").textValue()).isEqualTo(record.key());
            assertThat(record.headers()).allMatch(h -> HEADER.matcher(h.key()).matches());
        });
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
