package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.kafka.KafkaClients;
import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEntry.Role;
import io.patchbay.model.AgentId;
import io.patchbay.model.CodeLists;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.testing.OwnBroker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is on the topic after a gateway with this directory has started, and after one with another. */
class DirectoryTopicTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.123Z");
    private static final QueueEntry SALES = new QueueEntry(new QueueName("sales"), "q-1", new Address("6001"), "Sales", true);
    private static final EventRecords RECORDS = new EventRecords(new CloudEventHeaders("n1", "http://localhost:8080/schemas"));
    private static OwnBroker broker;
    private static OutKafka route;
    private static KafkaOutbound outbound;

    @BeforeAll
    static void start() {
        broker = OwnBroker.start();
        route = OutKafka.start(broker.bootstrap());
        outbound = new KafkaOutbound(route.camel());
    }

    @AfterAll
    static void stop() {
        outbound.close();
        route.close();
        broker.close();
    }

    private static AgentEntry user(String name, String shown, Role role, List<String> teams) {
        return new AgentEntry(new AgentId(name), "u-" + name, shown, role, List.of(new Address("50" + name.length())),
                List.of(new QueueName("sales")), teams, List.of(), new AgentEntry.Profile(Optional.of("First"), Optional.of("Last"),
                Optional.of("mail@example.com"), Optional.of("E-17"), Optional.empty(), Optional.of(List.of("api-voice"))));
    }

    private static Directory directory(List<AgentEntry> users, QueueEntry... queues) {
        return new Directory(users, List.of(queues), new CodeLists(List.of(), List.of(), List.of()),
                new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO)));
    }

    private static List<ConsumerRecord<String, byte[]>> written(Directory directory) throws Exception {
        int before = broker.records(Topics.DIRECTORY).size();
        new DirectoryTopic(KafkaClients.plain(broker.bootstrap()), RECORDS, outbound).write(directory, AT)
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
        List<ConsumerRecord<String, byte[]>> all = broker.records(Topics.DIRECTORY);
        return all.subList(before, all.size());
    }

    private static JsonNode value(List<ConsumerRecord<String, byte[]>> records, String type) throws IOException {
        ConsumerRecord<String, byte[]> found = records.stream().filter(r -> header(r, "ce_type").equals(type)).findFirst().orElseThrow();
        assertThat(JSON.readTree(found.value()).path("id").asText()).isEqualTo(found.key());
        return JSON.readTree(found.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** One story: the records of the broker are read once each. */
    @Test
    void it_follows_the_directory_from_start_to_start() throws Exception {
        AgentEntry ana = user("ana", "Ana", Role.AGENT, List.of("demo"));
        AgentEntry samuel = user("samuel", "Sam", Role.SUPERVISOR, List.of("demo"));

        List<ConsumerRecord<String, byte[]>> first = written(directory(List.of(ana, samuel), SALES));
        assertThat(first).extracting(ConsumerRecord::key).hasSize(4).doesNotHaveDuplicates().contains("u-ana", "u-samuel", "q-1");
        assertThat(value(first, "cti.directory.user.v1").toString()).isEqualTo("{\"id\":\"u-ana\",\"agent\":\"ana\","
                + "\"displayName\":\"Ana\",\"role\":\"agent\",\"extensions\":[\"503\"],\"queues\":[\"sales\"],\"teams\":[\"demo\"]}");
        JsonNode team = value(first, "cti.directory.team.v1");
        assertThat(team.path("team").asText()).isEqualTo("demo");
        assertThat(team.path("members").toString()).isEqualTo("[\"ana\",\"samuel\"]");
        assertThat(team.path("supervisors").toString()).isEqualTo("[\"samuel\"]");
        assertThat(value(first, "cti.directory.queue.v1").toString()).isEqualTo("{\"id\":\"q-1\",\"queue\":\"sales\","
                + "\"displayName\":\"Sales\",\"number\":\"6001\",\"wrapUp\":true}");
        assertThat(first).extracting(record -> header(record, "ce_subject"))
                .containsExactlyInAnyOrder("agent/ana", "agent/samuel", "team/demo", "queue/sales");
        assertThat(first).extracting(record -> header(record, "ce_id")).doesNotHaveDuplicates();

        assertThat(written(directory(List.of(ana, samuel), SALES))).as("the same content is not written twice").isEmpty();

        List<ConsumerRecord<String, byte[]>> renamed = written(directory(List.of(user("ana", "Ana Maria", Role.AGENT, List.of("demo")),
                samuel), SALES));
        assertThat(renamed).singleElement().satisfies(record -> assertThat(record.key()).isEqualTo("u-ana"));
        assertThat(value(renamed, "cti.directory.user.v1").path("displayName").asText()).isEqualTo("Ana Maria");

        List<ConsumerRecord<String, byte[]>> gone = written(directory(List.of(user("ana", "Ana Maria", Role.AGENT, List.of()))));
        assertThat(gone).filteredOn(record -> record.value() == null).extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("u-samuel", "q-1", team.path("id").asText());
        assertThat(gone).filteredOn(record -> record.value() != null).extracting(ConsumerRecord::key).containsExactly("u-ana");

        assertThat(written(directory(List.of(user("ana", "Ana Maria", Role.AGENT, List.of()))))).as("nor a tombstone").isEmpty();
        theFiguresOfAQueueThatIsGoneAreRemoved();
    }

    private static void theFiguresOfAQueueThatIsGoneAreRemoved() throws Exception {
        outbound.send(List.of(snapshot("sales"), snapshot("closed"))).toCompletableFuture().get(10, TimeUnit.SECONDS);

        written(directory(List.of(), SALES));
        written(directory(List.of(), SALES));

        assertThat(broker.records(Topics.QUEUE_STATE)).filteredOn(record -> record.value() == null).extracting(ConsumerRecord::key)
                .containsExactly("closed");
    }

    private static KafkaRecord snapshot(String queue) {
        return RECORDS.snapshot(Subject.of(new QueueName(queue)), new EventRecords.StateSnapshot(1, 1, List.of(), Queue.EMPTY), AT);
    }
}
