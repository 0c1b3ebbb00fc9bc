package io.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Broker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TailCommandTest {
    private static final String TOPIC = "tail-" + UUID.randomUUID();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void fill() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Broker.shared()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers", Broker.shared()),
                new StringSerializer(), new StringSerializer())) {
            producer.send(event("cti.call.held.v1", "interaction/I1", 3, "{\"call\":\"K1\",\"agent\":\"ana\"}"));
            producer.send(event("cti.call.heldlong.v1", "interaction/I1", 4, "{\"by\":\"ben\"}"));
            producer.send(event("cti.agent.sessionEnded.v1", "agent/ana", 9, "{}"));
            producer.send(new ProducerRecord<>(TOPIC, "I1", null));
            producer.send(new ProducerRecord<>(TOPIC, "I1", "no JSON"));
        }
    }

    private static ProducerRecord<String, String> event(String type, String subject, int number, String data) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, subject, data);
        Map.of("ce_type", type, "ce_subject", subject, "ce_sequence", "000001-%012d".formatted(number),
                        "ce_time", "2026-01-05T09:00:00.000Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private List<String> tail(String... options) {
        CommandLine line = new CommandLine(new TailCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("--brokers", Broker.shared(), "--topic", TOPIC, "--from-beginning", "-e"));
        all.addAll(List.of(options));
        assertThat(line.execute(all.toArray(String[]::new))).isZero();
        return out.toString().lines().toList();
    }

    @Test
    void an_event_is_one_line_in_the_order_of_the_topic() {
        assertThat(tail()).hasSize(5).startsWith(
                "2026-01-05T09:00:00.000Z interaction/I1 #1-3 call.held {\"call\":\"K1\",\"agent\":\"ana\"}",
                "2026-01-05T09:00:00.000Z interaction/I1 #1-4 call.heldlong {\"by\":\"ben\"}",
                "2026-01-05T09:00:00.000Z agent/ana #1-9 agent.sessionEnded {}");
    }

    @Test
    void a_type_is_a_whole_word_of_the_name() {
        assertThat(tail("--type", "call.held")).singleElement().asString().contains("call.held ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cti.call.held", "cti.call.held.v1", "call.held.v1", "call.held.*"})
    void a_type_may_be_written_as_the_topics_and_the_events_door_have_it(String type) {
        assertThat(tail("--type", type)).singleElement().asString().contains("call.held ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cti.call.*", "call.*", "cti.call"})
    void a_family_may_be_written_as_a_pattern(String type) {
        assertThat(tail("--type", type)).hasSize(2);
    }

    @Test
    void a_topic_that_is_not_there_is_named() {
        CommandLine line = new CommandLine(new TailCommand()).setErr(new PrintWriter(err));
        assertThat(line.execute("--brokers", Broker.shared(), "--topic", "tail-nowhere", "-e")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no topic tail-nowhere.").doesNotContain("Exception");
    }

    @Test
    void a_wrong_list_of_brokers_is_explained() {
        CommandLine line = new CommandLine(new TailCommand()).setErr(new PrintWriter(err));
        assertThat(line.execute("--brokers", "nowhere", "-e")).isEqualTo(1);
        assertThat(err.toString()).contains("Invalid url in bootstrap.servers: nowhere");
    }

    @Test
    @Timeout(60)
    void it_ends_with_the_reader_of_its_output() {
        CommandLine line = new CommandLine(new TailCommand()).setOut(new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() { }

            @Override
            public void close() { }
        }));
        assertThat(line.execute("--brokers", Broker.shared(), "--topic", TOPIC, "--from-beginning")).isZero();
    }

    @Test
    void the_types_of_a_family_are_named_by_its_first_word() {
        assertThat(tail("--type", "call")).hasSize(2);
    }

    @Test
    void an_agent_is_named_by_subject_or_data() {
        assertThat(tail("--agent", "ana")).hasSize(2);
    }

    @Test
    void an_event_passes_every_filter() {
        assertThat(tail("--subject", "interaction/I1", "--agent", "ben")).hasSize(1);
    }

    @Test
    void json_is_a_cloud_event_a_line() {
        assertThat(tail("--json", "--subject", "agent/ana")).containsExactly("{"
                + "\"sequence\":\"000001-000000000009\",\"subject\":\"agent/ana\","
                + "\"time\":\"2026-01-05T09:00:00.000Z\",\"type\":\"cti.agent.sessionEnded.v1\",\"data\":{}}");
    }
}
