package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallEvent;
import io.patchbay.model.CallId;
import io.patchbay.model.CommandId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.PartyId;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The CloudEvents project's own reader judges what arrives on a real broker. */
class CloudEventsTest {
    @RegisterExtension
    static final Broker broker = new Broker();

    private static final Subject INTERACTION = Subject.of(new InteractionId("CLOUDEVENTSTEST0"));
    private static final CallEvent EVENT = new CallEvent.Held(new CallId("0123456789ABCDEF0123456789ABCDEF"),
            new PartyId("0123456789ABCDEF"), new Address("5001"), Optional.of(new AgentId("ana")));
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.123Z");

    private static OutKafka route;
    private static KafkaOutbound outbound;

    private final EventRecords records = new EventRecords(new CloudEventHeaders("n1", "http://localhost:8080/schemas"));

    @BeforeAll
    static void start() {
        route = OutKafka.start(broker.bootstrap());
        outbound = new KafkaOutbound(route.camel());
    }

    @AfterAll
    static void stop() {
        outbound.close();
        route.close();
    }

    @Test
    void an_event_is_a_cloud_event_with_every_promised_attribute() throws Exception {
        Recorded.Position after = new Recorded.Position(Subject.of(new AgentId("ana")), 1, 7);
        CloudEvent event = sent(records.event(INTERACTION, 1,
                new Recorded(4, AT.plusNanos(456_789), new CommandId("c-1"), Optional.of(after), EVENT)));

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("interaction/CLOUDEVENTSTEST0/1-4");
        assertThat(event.getType()).isEqualTo("cti.call.held.v1");
        assertThat(event.getSubject()).isEqualTo("interaction/CLOUDEVENTSTEST0");
        assertThat(event.getSource()).isEqualTo(URI.create("/patchbay/n1"));
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-01-05T09:00:00.123Z"));
        assertThat(event.getDataSchema()).isEqualTo(URI.create("http://localhost:8080/schemas/cti.call.held.v1.json"));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("sequence", "partitionkey", "correlationid", "causationid");
        assertThat(event.getExtension("sequence")).isEqualTo("000001-000000000004");
        assertThat(event.getExtension("partitionkey")).isEqualTo("CLOUDEVENTSTEST0");
        assertThat(event.getExtension("correlationid")).isEqualTo("c-1");
        assertThat(event.getExtension("causationid")).isEqualTo("agent/ana/1-7");
        assertThat(ModelJson.text().readValue(event.getData().toBytes(), CallEvent.Held.class)).isEqualTo(EVENT);
    }

    @Test
    void a_snapshot_is_one_too_and_a_tombstone_is_none() throws Exception {
        Subject agent = Subject.of(new AgentId("cloud-events-test"));
        var snapshot = new EventRecords.StateSnapshot(1, 9, List.of(new Offset(Topics.AGENTS, 0, 8)), Agent.SIGNED_OUT);
        CloudEvent event = sent(records.snapshot(agent, snapshot, AT));

        assertThat(event.getId()).as("not the id of the event before it").isEqualTo("agent/cloud-events-test/1-9/state");
        assertThat(event.getExtension("sequence")).isEqualTo("000001-000000000009");
        assertThat(event.getDataSchema()).isEqualTo(URI.create("http://localhost:8080/schemas/cti.agent.snapshot.v1.json"));
        assertThat(event.getType()).isEqualTo("cti.agent.snapshot.v1");
        assertThat(ModelJson.text().readValue(event.getData().toBytes(), EventRecords.StateSnapshot.class)).isEqualTo(snapshot);
        assertThat(arrived(records.tombstone(agent)).value()).isNull();
    }

    @Test
    void sequences_sort_as_text_as_the_events_do() {
        List<Recorded.Position> inOrder = List.of(at(1, 1), at(1, 9), at(1, 10), at(1, 123_456_789_012L), at(2, 1), at(10, 1));
        assertThat(inOrder.stream().map(place -> records.event(INTERACTION, place.era(),
                new Recorded(place.number(), AT, new CommandId("c-1"), Optional.empty(), EVENT)).headers().get("ce_sequence")))
                .isSorted().doesNotHaveDuplicates();
    }

    private static Recorded.Position at(int era, long number) {
        return new Recorded.Position(INTERACTION, era, number);
    }

    @Test
    void kcat_reads_the_event_with_its_headers() throws Exception {
        KafkaRecord record = records.event(INTERACTION, 2, new Recorded(1, AT, new CommandId("c-2"), Optional.empty(), EVENT));
        arrived(record);

        assertThat(Kcat.lines(Kcat.installed(), broker.bootstrap(), Topics.INTERACTIONS))
                .filteredOn(line -> line.contains("ce_id=interaction/CLOUDEVENTSTEST0/2-1")).singleElement().asString()
                .startsWith("CLOUDEVENTSTEST0 ").contains("ce_type=cti.call.held.v1").endsWith(new String(record.value(), UTF_8));
    }

    private static CloudEvent sent(KafkaRecord record) throws Exception {
        ConsumerRecord<String, byte[]> found = arrived(record);
        try (CloudEventDeserializer reader = new CloudEventDeserializer()) {
            CloudEvent event = reader.deserialize(found.topic(), found.headers(), found.value());
            return CloudEventBuilder.v1(event).build();
        }
    }

    private static ConsumerRecord<String, byte[]> arrived(KafkaRecord record) throws Exception {
        Offset place = outbound.send(List.of(record)).toCompletableFuture().get(10, TimeUnit.SECONDS).get(0);
        return broker.records(place.topic(), record.key()).stream()
                .filter(r -> r.partition() == place.partition() && r.offset() == place.offset()).findFirst().orElseThrow();
    }
}
