package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.patchbay.testing.TopicReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All records of one gateway on all topics that its list of schemas names, judged by the reader of the CloudEvents project. */
final class CloudEventTopics implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final TopicReader reader;
    private final Map<String, JsonNode> types = new HashMap<>();

    /** @param list as {@code GET /schemas} gives it */
    CloudEventTopics(String bootstrap, JsonNode list) {
        this.reader = new TopicReader(bootstrap);
        list.path("schemas").forEach(entry -> types.put(entry.path("type").asText(), entry));
    }

    /** Whether each topic has a record. */
    boolean areAllUsed() {
        return topics().stream().noneMatch(topic -> events(topic).isEmpty());
    }

    private TreeSet<String> topics() {
        TreeSet<String> topics = new TreeSet<>();
        types.values().forEach(entry -> topics.add(entry.path("topic").asText()));
        return topics;
    }

    /** Without tombstones. */
    private List<ConsumerRecord<String, byte[]>> events(String topic) {
        return reader.records(topic).stream().filter(record -> record.value() != null).toList();
    }

    /** Each is a CloudEvent of a listed type with a value that fits the listed schema; one id of a source is one event. */
    void areCloudEvents() throws IOException {
        Map<String, ConsumerRecord<String, byte[]>> byId = new HashMap<>();
        for (String topic : topics()) {
            for (ConsumerRecord<String, byte[]> record : events(topic)) {
                CloudEvent event = read(record);
                assertThat(types).as("%s on %s", event.getId(), topic).containsKey(event.getType());
                JsonNode listed = types.get(event.getType());
                assertThat(topic).isEqualTo(listed.path("topic").asText());
                assertThat(event.getDataSchema()).hasScheme("http").hasToString(listed.path("schema").asText());
                fits(event, record.value());
                ConsumerRecord<String, byte[]> same = byId.putIfAbsent(event.getSource() + " " + event.getId(), record);
                assertThat(same == null || same.topic().equals(topic) && Arrays.equals(same.value(), record.value()))
                        .as("the id %s stands for one event", event.getId()).isTrue();
            }
        }
    }

    private static CloudEvent read(ConsumerRecord<String, byte[]> record) {
        try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
            return deserializer.deserialize(record.topic(), record.headers(), record.value());
        }
    }

    private static void fits(CloudEvent event, byte[] value) throws IOException {
        try (var file = CloudEventTopics.class.getResourceAsStream("/schemas/" + event.getType() + ".json")) {
            assertThat(REGISTRY.getSchema(JSON.readTree(file)).validate(JSON.readTree(value))).as(event.getId()).isEmpty();
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
