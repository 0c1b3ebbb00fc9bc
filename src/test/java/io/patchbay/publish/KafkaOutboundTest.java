package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Broker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaOutboundTest {
    @RegisterExtension
    static final Broker broker = new Broker();

    private static OutKafka route;
    private static KafkaOutbound outbound;

    private final String key = UUID.randomUUID().toString();

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
    void a_batch_arrives_in_order_with_key_headers_and_offsets() throws Exception {
        Map<String, String> headers = Map.of("ce_id", "I/1-4", "ce_type", "cti.call.held.v1", "content-type", "application/json");
        List<Offset> offsets = acknowledged(outbound.send(IntStream.range(0, 100)
                .mapToObj(n -> new KafkaRecord("cti.interactions", key, headers, bytes(n))).toList()));

        List<ConsumerRecord<String, byte[]>> found = broker.records("cti.interactions", key);
        assertThat(found).extracting(r -> new String(r.value(), UTF_8)).containsExactlyElementsOf(numbers(100));
        assertThat(found).allSatisfy(r -> assertThat(headersOf(r)).isEqualTo(headers));
        assertThat(offsets).isEqualTo(found.stream().map(r -> new Offset(r.topic(), r.partition(), r.offset())).toList());
    }

    @Test
    void batches_given_one_after_the_other_keep_their_order() throws Exception {
        List<CompletionStage<List<Offset>>> sent = new ArrayList<>();
        IntStream.range(0, 200).forEach(n -> sent.add(outbound.send(List.of(record("cti.agents", bytes(n))))));
        for (CompletionStage<List<Offset>> one : sent) {
            acknowledged(one);
        }
        assertThat(broker.records("cti.agents", key)).extracting(r -> new String(r.value(), UTF_8)).containsExactlyElementsOf(numbers(200));
    }

    @Test
    void one_batch_may_go_to_several_topics_and_none_to_none() throws Exception {
        List<Offset> offsets = acknowledged(outbound.send(List.of(
                record("cti.agents", bytes(1)), record("cti.interactions", bytes(2)), record("cti.agents", bytes(3)))));

        assertThat(offsets).extracting(Offset::topic).containsExactly("cti.agents", "cti.interactions", "cti.agents");
        assertThat(broker.records("cti.agents", key)).hasSize(2);
        assertThat(acknowledged(outbound.send(List.of()))).isEmpty();
    }

    @Test
    void a_tombstone_arrives_as_null_and_an_empty_value_as_empty() throws Exception {
        acknowledged(outbound.send(List.of(record("cti.agent-state", null), record("cti.agent-state", new byte[0]))));

        List<ConsumerRecord<String, byte[]>> found = broker.records("cti.agent-state", key);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).value()).isNull();
        assertThat(found.get(1).value()).isEmpty();
    }

    @Test
    void headers_cannot_redirect_a_record_and_only_cloud_event_headers_leave() throws Exception {
        Map<String, String> hostile = Map.of("kafka.OVERRIDE_TOPIC", "cti.rejected", "KAFKA.override_topic", "cti.rejected",
                "CamelKafkaOverrideTopic", "cti.rejected", "kafka.KEY", "other", "kafka.PARTITION_KEY", "0",
                "kafka.OVERRIDE_TIMESTAMP", "1", "authorization", "secret", "ce_id", "kept", "CE_ID", "not kept");
        List<Offset> offsets = acknowledged(outbound.send(List.of(
                new KafkaRecord("cti.interactions", key, hostile, bytes("kafka.OVERRIDE_TOPIC: cti.rejected")))));

        assertThat(offsets).extracting(Offset::topic).containsExactly("cti.interactions");
        ConsumerRecord<String, byte[]> found = broker.records("cti.interactions", key).get(0);
        assertThat(headersOf(found)).isEqualTo(Map.of("ce_id", "kept"));
        assertThat(found.timestamp()).isGreaterThan(1);
        assertThat(broker.records("cti.rejected", key)).isEmpty();
    }

    @Test
    void headers_that_come_along_on_the_route_are_dropped_and_only_a_record_passes() {
        Exchange passed = onTheRoute(record("cti.interactions", bytes("true")));
        assertThat(passed.getException()).isNull();
        ConsumerRecord<String, byte[]> found = broker.records("cti.interactions", key).get(0);
        assertThat(headersOf(found)).isEmpty();
        assertThat(found.timestamp()).isGreaterThan(1);

        Exchange refused = onTheRoute("redirected by " + key);
        assertThat(refused.getException()).hasMessageContaining("KafkaRecord");
        assertThat(broker.records("cti.rejected", key)).isEmpty();
    }

    private Exchange onTheRoute(Object body) {
        return route.camel().createProducerTemplate().send("direct:kafka", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(Map.of("kafka.OVERRIDE_TOPIC", "cti.rejected", "kafka.KEY", key,
                    "kafka.OVERRIDE_TIMESTAMP", "1", "ce_subject", "agent/other")));
        });
    }

    @Test
    void kcat_reads_a_topic() throws Exception {
        acknowledged(outbound.send(List.of(new KafkaRecord("cti.interactions", key, Map.of("ce_id", "I/1-1"), bytes("{\"call\":\"K\"}")))));

        Path kcat = Kcat.installed();
        assertThat(Kcat.lines(kcat, broker.bootstrap(), "cti.interactions")).contains(key + " ce_id=I/1-1 {\"call\":\"K\"}");
    }

    private KafkaRecord record(String topic, byte[] value) {
        return new KafkaRecord(topic, key, Map.of(), value);
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(UTF_8);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static Map<String, String> headersOf(ConsumerRecord<?, ?> found) {
        return StreamSupport.stream(found.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, h -> new String(h.value(), UTF_8)));
    }

    private static <T> T acknowledged(CompletionStage<T> sent) throws Exception {
        return sent.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
