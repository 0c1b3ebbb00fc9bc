package io.patchbay.broker;

import static io.patchbay.broker.UnusableBroker.Setting.DIRECTORY;
import static io.patchbay.broker.UnusableBroker.Setting.HOST;
import static io.patchbay.broker.UnusableBroker.Setting.PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.patchbay.kafka.KafkaClients;
import io.patchbay.testing.TopicReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final String TOPIC = "cti.interactions";
    /** As long as a loaded machine may keep the heartbeats of a broker waiting. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    @Test
    void a_stopped_broker_starts_again_on_its_directory_with_every_record() throws Exception {
        Path data = temp.resolve("not/yet/there");
        try (EmbeddedBroker first = start(data)) {
            assertThat(first.bootstrap()).startsWith("127.0.0.1:").doesNotEndWith(":0");
            topics(first);
            write(first, 20);
        }
        try (EmbeddedBroker second = start(data)) {
            assertThat(values(second)).containsExactlyElementsOf(numbers(20));
            assertThat(session(second)).isGreaterThan(PAUSE);
        }
    }

    @Test
    void what_a_kill_leaves_behind_starts_again_with_every_acknowledged_record() throws Exception {
        Path killed = temp.resolve("killed");
        try (EmbeddedBroker running = start(temp.resolve("running"))) {
            topics(running);
            write(running, 50);
            copy(temp.resolve("running"), killed);
        }
        tearLastWrite(killed);
        try (EmbeddedBroker next = start(killed)) {
            assertThat(values(next)).containsExactlyElementsOf(numbers(50));
            assertThat(session(next)).as("also after a kill").isGreaterThan(PAUSE);
        }
    }

    private static Duration session(EmbeddedBroker broker) throws Exception {
        ConfigResource node = new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(BrokerProperties.NODE));
        try (Admin admin = Readiness.admin(KafkaClients.plain(broker.bootstrap()))) {
            return Duration.ofMillis(Long.parseLong(admin.describeConfigs(List.of(node)).all().get().get(node)
                    .get("broker.session.timeout.ms").value()));
        }
    }

    @Test
    void a_port_in_use_is_named_and_the_directory_is_free_again() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(() -> EmbeddedBroker.start(new BrokerSettings(temp, "127.0.0.1", taken.getLocalPort())), PORT,
                    "127.0.0.1:" + taken.getLocalPort());
        }
        start(temp).close();
    }

    @Test
    void ports_that_are_taken_after_they_were_found_free_are_replaced() throws Exception {
        Path data = temp.resolve("kafka");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.probe("127.0.0.1", 0);
            Iterator<Ports> found = List.of(new Ports(free.broker(), other.getLocalPort()), free).iterator();
            try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(data, "127.0.0.1", 0), found::next)) {
                assertThat(broker.bootstrap()).isEqualTo("127.0.0.1:" + free.broker());
            }
            assertThat(found).isExhausted();
        }
    }

    @Test
    void a_directory_in_use_is_named() {
        EmbeddedBroker running = start(temp);
        refused(() -> start(temp), DIRECTORY, temp + " is in use");
        running.close();
        running.close();
    }

    @Test
    void a_directory_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "not a directory");
        refused(() -> start(file.resolve("data")), DIRECTORY, file.resolve("data").toString());
    }

    @Test
    void a_damaged_directory_is_an_exception_and_not_the_end_of_the_process() throws Exception {
        start(temp).close();
        Files.writeString(temp.resolve("meta.properties"), "version=1\nnode.id=77\ncluster.id=other\n");
        refused(() -> start(temp), DIRECTORY, temp.toString());
    }

    @Test
    void a_fault_that_would_end_kafkas_process_is_an_exception_while_it_starts() throws Exception {
        start(temp).close();
        Path metadata = temp.resolve("__cluster_metadata-0");
        Files.move(metadata, temp.resolve("elsewhere"));
        Files.writeString(metadata, "no directory");
        refused(() -> start(temp), DIRECTORY, temp.toString());

        Files.delete(metadata);
        Files.move(temp.resolve("elsewhere"), metadata);
        start(temp).close();
    }

    @Test
    void an_address_of_another_machine_and_a_wildcard_nobody_can_call_are_named() {
        refused(() -> EmbeddedBroker.start(new BrokerSettings(temp, "192.0.2.1", 0)), HOST, "192.0.2.1");
        refused(() -> new BrokerSettings(temp, "0.0.0.0", 9092), HOST, "which host name");
        refused(() -> new BrokerSettings(temp, "127.0.0.1", 70000), PORT, "70000");
    }

    private static void refused(ThrowingCallable start, UnusableBroker.Setting setting, String text) {
        assertThatExceptionOfType(UnusableBroker.class).isThrownBy(start)
                .withMessageContaining(text)
                .satisfies(e -> assertThat(e.setting()).isEqualTo(setting));
    }

    private static EmbeddedBroker start(Path directory) {
        return EmbeddedBroker.start(new BrokerSettings(directory, "127.0.0.1", 0));
    }

    private static void topics(EmbeddedBroker broker) {
        new TopicSetup(KafkaClients.plain(broker.bootstrap()), new TopicSettings(1, (short) 1, Duration.ofDays(1))).run();
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static void write(EmbeddedBroker broker, int count) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String number : numbers(count)) {
                producer.send(new ProducerRecord<>(TOPIC, "key", number)).get();
            }
        }
    }

    private static List<String> values(EmbeddedBroker broker) {
        return TopicReader.records(broker.bootstrap(), TOPIC).stream().map(r -> new String(r.value(), StandardCharsets.UTF_8)).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Half a record at the end of the log, as a kill in the middle of a write leaves it. */
    private static void tearLastWrite(Path directory) throws IOException {
        Path log = directory.resolve(TOPIC + "-0/00000000000000000000.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            byte[] head = new byte[30];
            file.readFully(head);
            file.seek(file.length());
            file.write(head);
        }
    }
}
