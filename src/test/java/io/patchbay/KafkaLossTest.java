package io.patchbay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A member alone can tell no outcome without Kafka. It says so in time, at each door that answers without Kafka. The door of commands over
 * Kafka is not among them: without Kafka no command arrives there and no reply leaves.
 */
class KafkaLossTest {
    private static final Duration IN_TIME = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void every_door_of_a_member_alone_answers_unavailable_in_time_and_the_outcome_when_asked_again() {
        try (OwnBroker broker = OwnBroker.start();
                RunningGateway gateway = RunningGateway.start(Map.of("kafka.brokers", broker.bootstrap()));
                Desktop ana = Desktop.of(gateway.http(), "ana", "5001")) {
            broker.stop();
            String ready = "{\"command\":\"channel.request.ready\",\"requestId\":\"ready\",\"target\":\"" + ana.channel()
                    + "\",\"data\":{}}";

            List<CompletableFuture<String>> harmony = Stream.of(asked(ana, ready), overTcp(gateway, prepare("ben")),
                    posted(gateway, "caro", "/harmony", prepare("caro")).thenApply(HttpResponse::body))
                    .map(KafkaLossTest::inTime).toList();
            List<CompletableFuture<HttpResponse<String>>> platform = Stream.of(
                    "calls {\"from\":\"+15551234\",\"to\":\"sales\"}", "calls {\"from\":\"+15551234\",\"to\":\"5001\"}",
                    "sms {\"from\":\"+15551234\",\"to\":\"sales\",\"text\":\"hello\"}",
                    "chats {\"nickname\":\"Pat\",\"queue\":\"sales\"}",
                    "emails {\"from\":\"pat@customer.example\",\"to\":\"sales\",\"subject\":\"Bill\",\"text\":\"Where?\"}",
                    "callbacks {\"number\":\"+15551234\",\"queue\":\"sales\"}")
                    .map(request -> request.split(" ", 2)).map(r -> posted(gateway, "sim", "/platform/" + r[0], r[1]))
                    .map(KafkaLossTest::inTime).toList();

            assertThat(harmony).allSatisfy(reply -> assertThat(reply).succeedsWithin(SOON).asString()
                    .contains("\"result\":\"failure\"", "UNAVAILABLE"));
            assertThat(platform).allSatisfy(reply -> assertThat(reply).succeedsWithin(SOON)
                    .satisfies(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503))
                    .extracting(HttpResponse::body).asString().contains("UNAVAILABLE"));

            broker.startAgain();
            assertThat(asked(ana, ready)).succeedsWithin(SOON).asString().contains("\"result\":\"success\"");
        }
    }

    private static <T> CompletableFuture<T> inTime(CompletableFuture<T> reply) {
        return reply.orTimeout(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    private static CompletableFuture<String> asked(Desktop desktop, String request) {
        CompletableFuture<JsonNode> reply = desktop.expect("ready");
        desktop.send(request);
        return reply.thenApply(JsonNode::toString);
    }

    private static String prepare(String agent) {
        return "{\"command\":\"prepareSession\",\"requestId\":\"prepare\",\"data\":{\"model\":\"\",\"override\":true,"
                + "\"agent\":{\"id\":\"" + agent + "\",\"password\":\"" + agent + "\"}}}";
    }

    private static CompletableFuture<String> overTcp(RunningGateway gateway, String request) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.harmonyTcp())) {
                socket.getOutputStream().write((request + "\n").getBytes(UTF_8));
                return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, task -> new Thread(task, "tcp-client").start());
    }

    private static CompletableFuture<HttpResponse<String>> posted(RunningGateway gateway, String user, String path, String body) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
        return HTTP.sendAsync(HttpRequest.newBuilder(gateway.http().resolve(path)).header("Authorization", basic)
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
