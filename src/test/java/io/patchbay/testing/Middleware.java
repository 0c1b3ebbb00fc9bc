package io.patchbay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Middleware at the topics of commands and replies of a gateway that serves them. Hears every committed reply from its beginning on. */
public final class Middleware implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    /** By the partition and offset of the command. */
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> replies = new ConcurrentHashMap<>();
    private final Thread reader = new Thread(this::read, "middleware");
    private volatile boolean closing;

    /** Use when the gateway has started: it makes the topics. */
    public Middleware(String bootstrap) {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap, "linger.ms", 0), new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor("cti.replies").stream()
                .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        reader.start();
    }

    private void read() {
        while (!closing) {
            consumer.poll(Duration.ofMillis(50)).forEach(reply -> {
                JsonNode command = json(reply.value()).path("record");
                replies.computeIfAbsent(command.path("partition").asInt() + "-" + command.path("offset").asLong(),
                        place -> new CopyOnWriteArrayList<>()).add(reply);
            });
        }
    }

    /** Gives a command under a new id and waits for what became of it. */
    public JsonNode ask(String agent, String operation, String target, String arguments) {
        return ask(UUID.randomUUID().toString(), agent, operation, target, arguments);
    }

    public JsonNode ask(String id, String agent, String operation, String target, String arguments) {
        return reply(send(agent, command(id, agent, operation, target, arguments)));
    }

    /** ... one that has all its members but the id. */
    public JsonNode ask(JsonNode command) {
        ObjectNode whole = command.deepCopy();
        whole.put("id", UUID.randomUUID().toString());
        return reply(send(command.path("agent").asText(), whole.toString()));
    }

    public JsonNode accepted(String agent, String operation, String target, String arguments) {
        JsonNode reply = ask(agent, operation, target, arguments);
        assertThat(reply.path("outcome").asText()).as("reply to %s of %s: %s", operation, agent, reply).isEqualTo("accepted");
        return reply;
    }

    public static String command(String id, String agent, String operation, String target, String arguments) {
        ObjectNode command = JSON.createObjectNode().put("id", id).put("agent", agent).put("operation", operation);
        command.set("target", json(target.getBytes(UTF_8)));
        command.set("arguments", json(arguments.getBytes(UTF_8)));
        return command.toString();
    }

    public RecordMetadata send(String key, String value) {
        return send(key == null ? null : key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
    }

    public RecordMetadata send(byte[] key, byte[] value) {
        return send(key, value, List.of());
    }

    /** @param headers names of headers the record has, each with that name as its value */
    public RecordMetadata send(byte[] key, byte[] value, List<String> headers) {
        ProducerRecord<byte[], byte[]> command = new ProducerRecord<>("cti.commands", key, value);
        headers.forEach(name -> command.headers().add(name, name.getBytes(UTF_8)));
        try {
            return producer.send(command).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What the record at that place was answered. */
    public JsonNode reply(RecordMetadata command) {
        return json(record(command).value());
    }

    public ConsumerRecord<byte[], byte[]> record(RecordMetadata command) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> repliesTo(command), found -> !found.isEmpty())
                .get(0);
    }

    /** All the answers so far to the record at that place. */
    public List<ConsumerRecord<byte[], byte[]>> repliesTo(RecordMetadata command) {
        return List.copyOf(replies.getOrDefault(command.partition() + "-" + command.offset(), List.of()));
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        producer.close();
    }
}
