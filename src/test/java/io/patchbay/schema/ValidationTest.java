package io.patchbay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.json.ModelJson;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueueStatus;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.publish.CloudEventHeaders;
import io.patchbay.publish.DirectoryEntry;
import io.patchbay.publish.EventRecords;
import io.patchbay.publish.EventRecords.StateSnapshot;
import io.patchbay.publish.KafkaRecord;
import io.patchbay.publish.Offset;
import io.patchbay.testing.EventTypes;
import io.patchbay.testing.Samples;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is sent fits the schema its {@code dataschema} names, judged by a validator that shares no code with us. */
class ValidationTest {
    private static final int SAMPLES = 25;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Subject AGENT = Subject.of(new AgentId("ana"));
    private static final Subject INTERACTION = Subject.of(new InteractionId("0123456789ABCDEF"));

    private static final Subject QUEUE = Subject.of(new QueueName("sales"));

    private final Samples samples = new Samples(17);
    private final EventRecords records = new EventRecords(new CloudEventHeaders("n1", "http://localhost:8080/schemas"));

    @TestFactory
    Stream<DynamicTest> every_event_fits_its_schema_and_comes_back_equal() {
        return EventTypes.byName().values().stream().map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
            for (int i = 0; i < SAMPLES; i++) {
                Event event = samples.of(type);
                KafkaRecord record = record(event);
                assertThat(errors(judge(strict(schema(record))), value(record))).as(() -> "of " + event).isEmpty();
                assertThat(ModelJson.text().readValue(record.value(), type)).isEqualTo(event);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_snapshot_fits_its_schema_and_comes_back_equal() {
        return snapshots().map(next -> DynamicTest.dynamicTest(next.state().getClass().getSimpleName(), () -> {
            KafkaRecord record = records.snapshot(next.state() instanceof Agent ? AGENT : INTERACTION, next, Instant.EPOCH);
            assertThat(errors(judge(strict(schema(record))), value(record))).isEmpty();
            assertThat(ModelJson.text().readValue(record.value(), StateSnapshot.class)).isEqualTo(next);
        }));
    }

    @Test
    void a_snapshot_of_a_queue_has_figures_and_not_who_waits() throws IOException {
        for (int i = 0; i < SAMPLES; i++) {
            Queue queue = samples.of(Queue.class);
            KafkaRecord record = records.snapshot(QUEUE, new StateSnapshot(2, 17, List.of(samples.of(Offset.class)), queue), Instant.EPOCH);
            assertThat(errors(judge(strict(schema(record))), value(record))).isEmpty();
            assertThat(ModelJson.text().readValue(record.value(), EventRecords.QueueSnapshot.class).state())
                    .isEqualTo(QueueStatus.of(queue));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_entry_of_the_directory_fits_its_schema() {
        return Samples.leaves(DirectoryEntry.class).map(leaf -> DynamicTest.dynamicTest(leaf.getSimpleName(), () -> {
            for (int i = 0; i < SAMPLES; i++) {
                KafkaRecord record = records.directory((DirectoryEntry) samples.of(leaf), Instant.EPOCH);
                assertThat(errors(judge(strict(schema(record))), value(record))).isEmpty();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_value_of_another_form_does_not_fit() {
        return EventTypes.byName().values().stream().map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
            for (int i = 0; i < SAMPLES; i++) {
                KafkaRecord record = record(samples.of(type));
                Schema judge = judge(schema(record));
                JsonNode value = value(record);
                assertThat(Mutations.of(value)).allSatisfy(wrong -> assertThat(errors(judge, wrong)).as(wrong.toString()).isNotEmpty());
                assertThat(Mutations.without(value, schema(record).path("required")))
                        .allSatisfy(wrong -> assertThat(errors(judge, wrong)).as(wrong.toString()).isNotEmpty());
            }
        }));
    }

    private Stream<StateSnapshot> snapshots() {
        List<Class<? extends State>> states = List.of(Agent.class, Interaction.class);
        return states.stream().flatMap(state -> Stream.generate(() ->
                new StateSnapshot(2, 17, List.of(samples.of(Offset.class)), samples.of(state))).limit(SAMPLES));
    }

    private KafkaRecord record(Event event) {
        Subject subject = Map.of(Subject.Kind.AGENT, AGENT, Subject.Kind.INTERACTION, INTERACTION, Subject.Kind.QUEUE, QUEUE)
                .get(EventTypes.kind(event.getClass()));
        return records.event(subject, 1, new Recorded(4, Instant.EPOCH, new CommandId("c-1"), Optional.empty(), event));
    }

    private static ObjectNode schema(KafkaRecord record) throws IOException {
        String where = record.headers().get("ce_dataschema").replaceFirst("^http://localhost:8080", "");
        try (var file = ValidationTest.class.getResourceAsStream(where)) {
            assertThat(file).as("the gateway has a file " + where).isNotNull();
            return (ObjectNode) JSON.readTree(file);
        }
    }

    private static JsonNode value(KafkaRecord record) throws IOException {
        return JSON.readTree(record.value());
    }

    /** Members may come that a consumer does not know, but not today. */
    private static ObjectNode strict(ObjectNode schema) {
        schema.findParents("properties").forEach(object -> ((ObjectNode) object).put("additionalProperties", false));
        return schema;
    }

    private static Schema judge(ObjectNode schema) {
        return REGISTRY.getSchema(schema);
    }

    private static List<?> errors(Schema judge, JsonNode value) {
        return judge.validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
