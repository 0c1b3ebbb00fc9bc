package io.patchbay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a gateway tells of its queues: from the start, and when contacts come and give up. */
class QueueTopicsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void an_empty_queue_is_known_from_the_start_and_who_gives_up_is_counted() throws Exception {
        try (OwnBroker broker = OwnBroker.start();
                RunningGateway gateway = RunningGateway.start(Map.of("kafka.brokers", broker.bootstrap()))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(broker.records("cti.queue-state")).extracting(ConsumerRecord::key)
                    .containsOnly("sales", "support").contains("sales", "support"));
            JsonNode begun = last(broker, "cti.queue-state", "support");
            assertThat(begun.path("number").asLong()).isEqualTo(1);
            assertThat(begun.path("offsets")).hasSize(1);
            assertThat(begun.path("state").path("waiting").asInt(-1)).isZero();
            assertThat(begun.path("state").path("totals").path("since").asText()).isNotEmpty();

            JsonNode call = post(gateway, "/platform/calls", "{\"from\":\"+15551234\",\"to\":\"support\"}");
            post(gateway, "/platform/calls/" + call.path("call").asText() + "/parties/+15551234", "{\"action\":\"hangup\"}");

            await().atMost(SOON).untilAsserted(() -> assertThat(last(broker, "cti.queue-state", "support").path("state").path("totals")
                    .path("abandoned").asInt()).isEqualTo(1));
            List<ConsumerRecord<String, byte[]>> events = broker.records("cti.queues").stream()
                    .filter(record -> record.key().equals("support")).toList();
            assertThat(events).extracting(record -> header(record, "ce_type")).containsExactly("cti.queue.opened.v1",
                    "cti.queue.contactQueued.v1", "cti.queue.contactLeft.v1");
            assertThat(events).extracting(record -> Long.parseLong(header(record, "ce_sequence").split("-")[1]))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
            assertThat(events).extracting(record -> json(record).path("status").path("waiting").asInt()).containsExactly(0, 1, 0);
            assertThat(json(events.get(1)).path("status").path("oldestArrival").asText())
                    .isEqualTo(json(events.get(1)).path("contact").path("arrivedAt").asText());
        }
    }

    private static JsonNode last(OwnBroker broker, String topic, String key) {
        return broker.records(topic).stream().filter(record -> record.key().equals(key)).reduce((one, next) -> next)
                .map(QueueTopicsTest::json).orElseThrow();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static JsonNode post(RunningGateway gateway, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.http().resolve(path.replace("+", "%2B")))
                .header("authorization", "Basic " + Base64.getEncoder().encodeToString("sim:sim".getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }
}
