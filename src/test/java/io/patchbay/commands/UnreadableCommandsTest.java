package io.patchbay.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Records that are no command, on the real topic: each is answered with a clear error, and those behind it are read. */
class UnreadableCommandsTest {
    private static RunningGateway gateway;
    private static Middleware middleware;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(Map.of("kafka.commands.enabled", "true"));
        middleware = new Middleware(gateway.kafka());
    }

    @AfterAll
    static void stop() {
        middleware.close();
        gateway.close();
    }

    @Test
    void each_text_of_the_corpus_is_refused_for_its_reason_under_its_key() throws IOException {
        JsonNode corpus = new ObjectMapper().readTree(Files.readString(Path.of("src/test/resources/commands/unreadable.json")));
        Map<RecordMetadata, JsonNode> sent = new LinkedHashMap<>();
        for (JsonNode one : corpus) {
            sent.put(middleware.send(one.path("key").textValue(), one.path("value").textValue()), one);
        }
        sent.forEach((command, one) -> {
            ConsumerRecord<byte[], byte[]> record = middleware.record(command);
            JsonNode reply = middleware.reply(command);
            assertThat(reply.path("outcome").asText()).as("%s: %s", one, reply).isEqualTo("refused");
            assertThat(reply.at("/error/code").asText()).as("%s: %s", one, reply).isEqualTo(one.path("code").asText());
            assertThat(reply.at("/error/message").asText()).as("%s", one).endsWith(".")
                    .doesNotContain("Exception", "patchbay", "secret");
            assertThat(reply.path("id").textValue()).as("%s", one).isEqualTo(one.path("id").textValue());
            assertThat(record.key()).as("%s", one)
                    .isEqualTo(one.path("key").isNull() ? null : one.path("key").textValue().getBytes(UTF_8));
        });
        everybodyIsStillRead();
    }

    @Test
    void bytes_that_are_no_text_are_refused_under_their_key() {
        byte[] key = {(byte) 0xff, 0, 1};
        RecordMetadata command = middleware.send(key, new byte[] {'{', (byte) 0xc3, '}'});

        assertThat(middleware.reply(command).at("/error/code").asText()).isEqualTo("UNREADABLE");
        assertThat(middleware.record(command).key()).isEqualTo(key);
        everybodyIsStillRead();
    }

    @Test
    void what_is_larger_than_allowed_is_refused() {
        byte[] large = new byte[64 * 1024 + 1];
        Arrays.fill(large, (byte) ' ');
        String longString = "{\"id\":\"" + "x".repeat(17_000) + "\"}";
        byte[] largeKey = new byte[900_000];

        assertThat(middleware.reply(middleware.send("ana".getBytes(UTF_8), large)).at("/error/message").asText()).contains("65536 bytes");
        assertThat(middleware.reply(middleware.send("ana", longString)).at("/error/message").asText()).contains("16384 characters");
        RecordMetadata command = middleware.send(largeKey, "{}".getBytes(UTF_8));
        assertThat(middleware.record(command).key()).as("a key too large to be sent back").isNull();
        everybodyIsStillRead();
    }

    @Test
    void a_header_of_a_record_steers_nothing() throws IOException {
        List<String> names = new ArrayList<>(List.of(KafkaConstants.MANUAL_COMMIT, KafkaConstants.PARTITION_KEY, "ce_correlationid"));
        JsonNode all = new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("src/test/resources/smuggling/names.yaml"))));
        all.forEach(group -> group.forEach(name -> names.add(name.asText())));
        byte[] value = Middleware.command("m-1", "ana", "endSession", "{}", "{}").getBytes(UTF_8);
        RecordMetadata command = middleware.send("ana".getBytes(UTF_8), value, names);

        assertThat(middleware.reply(command).at("/error/code").asText()).isEqualTo("NOT_SIGNED_IN");
        assertThat(middleware.record(command).headers().toArray()).extracting(Header::key).containsExactlyInAnyOrder("ce_specversion",
                "ce_id", "ce_source", "ce_type", "ce_time", "ce_correlationid", "ce_dataschema", "content-type");
        assertThat(middleware.record(command).headers().lastHeader("ce_correlationid").value()).isEqualTo("m-1".getBytes(UTF_8));
        everybodyIsStillRead();
    }

    private static void everybodyIsStillRead() {
        for (String agent : new String[] {"ana", "ben", "caro", "dan", "sam"}) {
            assertThat(middleware.ask(agent, "endSession", "{}", "{}").at("/error/code").asText()).isEqualTo("NOT_SIGNED_IN");
        }
    }
}
