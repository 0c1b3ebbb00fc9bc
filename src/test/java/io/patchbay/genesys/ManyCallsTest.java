package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Agent;
import io.patchbay.model.Subject;
import io.patchbay.publish.Topics;
import io.patchbay.testing.Fold;
import io.patchbay.testing.GenesysDesktop;
import io.patchbay.testing.OwnBroker;
import io.patchbay.testing.RunningGateway;
import io.patchbay.testing.TryCount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Calls of an agent whose clients do not complete them: nothing of them stays, with after-call work and without (CHOREOGRAPHY A16). */
class ManyCallsTest {
    private static final int CALLS = TryCount.of(40);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void many_calls_leave_an_empty_list_and_tombstones() throws Exception {
        try (OwnBroker broker = OwnBroker.start();
                RunningGateway gateway = RunningGateway.start(Map.of("kafka.brokers", broker.bootstrap(), "interaction.retention", "1s",
                        "genesys.requests.burst", "100000", "genesys.requests.rate", "100000",
                        "platform.requests.burst", "100000", "platform.requests.rate", "100000"));
                GenesysDesktop ana = GenesysDesktop.of(gateway.http(), "ana").signIn().listen("/v2/me/calls")) {
            ready(ana);
            for (int n = 0; n < CALLS; n++) {
                boolean queued = n % 3 == 0;
                calls(gateway.http(), queued ? "sales" : "5001");
                String call = ana.call("Ringing");
                ana.operate(call, "Answer");
                ana.call("Established");
                ana.operate(call, "Hangup");
                ana.call("Released");
                awaitState(ana, queued ? "NotReady AfterCallWork Idle" : "Ready  Idle");
                if (queued) {
                    ready(ana);
                }
            }
            awaitState(ana, "Ready  Idle");
            assertThat(ana.get("/me?subresources=*").at("/user/calls")).isEmpty();
            await().atMost(SOON).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> {
                assertThat(agent(broker).work()).isEmpty();
                Map<String, ConsumerRecord<String, byte[]>> last = new HashMap<>();
                broker.records(Topics.INTERACTION_STATE).forEach(snapshot -> last.put(snapshot.key(), snapshot));
                assertThat(last).hasSize(CALLS);
                assertThat(last.values()).as("tombstones").allMatch(snapshot -> snapshot.value() == null);
            });
        }
    }

    private static Agent agent(OwnBroker broker) {
        return (Agent) Fold.snapshots(broker.records(Topics.AGENT_STATE)).get(new Subject(Subject.Kind.AGENT, "ana")).state();
    }

    private static void ready(GenesysDesktop agent) {
        agent.done("/me/channels/voice", "'operationName':'Ready'");
    }

    /** The agent's state follows the end of its call. */
    private static void awaitState(GenesysDesktop agent, String wanted) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            JsonNode channel = agent.get("/me/channels/voice").path("channel");
            assertThat(channel.at("/userState/state").asText() + " " + channel.at("/userState/workMode").asText() + " "
                    + channel.path("userActivity").asText()).isEqualTo(wanted);
        });
    }

    private static void calls(URI gateway, String to) throws IOException, InterruptedException {
        HttpResponse<String> made = HTTP.send(HttpRequest.newBuilder(gateway.resolve("/platform/calls"))
                .header("Authorization", GenesysDesktop.basic("sim"))
                .POST(BodyPublishers.ofString("{\"from\":\"+15551234\",\"to\":\"" + to + "\"}")).build(), BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }
}
