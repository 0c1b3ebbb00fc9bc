package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.patchbay.json.ModelJson;
import io.patchbay.model.AgentId;
import io.patchbay.model.Rejected;
import io.patchbay.testing.OwnBroker;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real topic, through the route file of the product. */
@Timeout(60)
class RejectedTopicTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T09:00:00.123456Z"), ZoneOffset.UTC);
    private static final Rejected PLAIN = Rejected.of("harmony", "The message is empty.", 0);

    private static OwnBroker broker;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RejectedTopic topic = new RejectedTopic(
            new EventRecords(new CloudEventHeaders("n1", "http://localhost:8080/schemas")), 100, CLOCK);
    private OutKafka route;
    private KafkaOutbound way;

    /** What was on the topic before this test. */
    private int before;

    @BeforeAll
    static void startBroker() {
        broker = OwnBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() {
        before = records().size();
        route = OutKafka.start(broker.bootstrap());
        way = new KafkaOutbound(route.camel());
        topic.measure(metrics);
    }

    @AfterEach
    void stop() {
        topic.close();
        way.close();
        route.close();
    }

    @Test
    void a_record_is_a_cloud_event_without_a_key_that_fits_its_schema() throws IOException {
        topic.add(PLAIN.asking(Optional.of("prepareSession")).by(Optional.of(new AgentId("ana"))).from(Optional.of("ws-1"))
                .at(new Rejected.Place("cti.commands", 2, 41)));
        topic.add(PLAIN);
        topic.use(way);
        List<ConsumerRecord<String, byte[]>> all = await().until(this::records, found -> found.size() == 2);

        for (ConsumerRecord<String, byte[]> record : all) {
            assertThat(record.key()).isNull();
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_source")).isEqualTo("/patchbay/n1");
            assertThat(header(record, "ce_type")).isEqualTo("cti.rejected.v1");
            assertThat(header(record, "ce_time")).isEqualTo("2026-01-05T09:00:00.123Z");
            assertThat(header(record, "ce_dataschema")).isEqualTo("http://localhost:8080/schemas/cti.rejected.v1.json");
            assertThat(header(record, "content-type")).isEqualTo("application/json");
            JsonNode schema = JSON.readTree(getClass().getResourceAsStream("/schemas/cti.rejected.v1.json"));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
                    .validate(JSON.readTree(record.value()))).isEmpty();
        }
        assertThat(all).extracting(record -> header(record, "ce_id")).contains("rejected/cti.commands/2-41").doesNotHaveDuplicates();
        assertThat(all).anySatisfy(record -> assertThat(ModelJson.text().readValue(record.value(), Rejected.class)).isEqualTo(PLAIN));
    }

    @Test
    void what_cannot_be_written_now_waits_for_the_broker() {
        topic.use(way);
        broker.stop();
        topic.add(PLAIN);
        topic.add(PLAIN);
        broker.startAgain();
        await().atMost(Duration.ofSeconds(30)).until(() -> count("written") == 2);
        assertThat(records()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(count("dropped")).isZero();
    }

    @Test
    void a_flood_waits_for_nothing_and_what_finds_no_place_is_counted() {
        topic.use(way);
        long begun = System.nanoTime();
        for (int i = 0; i < 50_000; i++) {
            topic.add(PLAIN);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("adding does not wait").isLessThan(Duration.ofSeconds(8));
        double seconds = Math.ceil((System.nanoTime() - begun) / 1e9) + 1;
        assertThat(count("written")).as("a second of burst and the rate").isLessThanOrEqualTo(100 + 100 * seconds);
        assertThat(count("dropped")).isGreaterThan(48_000 - 100 * seconds);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("written") + count("dropped") == 50_000);
        assertThat(records()).hasSize((int) count("written"));
    }

    @Test
    void a_way_that_never_answers_holds_up_nobody_and_no_stop() {
        CompletableFuture<List<Offset>> never = new CompletableFuture<>();
        topic.use(batch -> never);
        for (int i = 0; i < 2_000; i++) {
            topic.add(PLAIN);
        }
        await().until(() -> count("dropped") >= 999);
        topic.close();
        never.completeExceptionally(new NotAcknowledged("closed", null));
        await().until(() -> count("dropped") == 2_000);
    }

    private double count(String outcome) {
        return metrics.get("patchbay.rejected").tag("outcome", outcome).functionCounter().count();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return broker.records(Topics.REJECTED).stream().skip(before).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
