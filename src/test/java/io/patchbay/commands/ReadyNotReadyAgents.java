package io.patchbay.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Broker;
import io.patchbay.testing.Middleware;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Four agents sent to and fro between ready and not ready by commands: each one that is done is an event that names it. */
final class ReadyNotReadyAgents {
    private static final List<String> AGENTS = List.of("ana", "ben", "caro", "dan");
    private static final int ROUNDS = 20;

    private final Broker broker;
    private final Middleware middleware;
    private final Map<String, String> channels = new LinkedHashMap<>();
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final List<RecordMetadata> sent = new ArrayList<>();

    /** Signs them in through the middleware, each with a channel that is not ready. */
    ReadyNotReadyAgents(Broker broker, Middleware middleware) {
        this.broker = broker;
        this.middleware = middleware;
        AGENTS.forEach(agent -> middleware.accepted(agent, "startSession", "{}", "{}"));
        AGENTS.forEach(agent -> middleware.accepted(agent, "addChannel", "{}", "{\"medium\":\"chat\",\"endpoint\":\"*\"}"));
        AGENTS.forEach(agent -> channels.put(agent, channel(agent)));
        channels.forEach((agent, channel) -> middleware.accepted(agent, "activateChannels", "{}", "{\"channels\":[\"" + channel + "\"]}"));
    }

    /** Gives eighty commands and waits for none. */
    void give() {
        for (int round = 0; round < ROUNDS; round++) {
            for (String agent : AGENTS) {
                String id = UUID.randomUUID().toString();
                given.computeIfAbsent(agent, any -> new ArrayList<>()).add(id);
                sent.add(middleware.send(agent, Middleware.command(id, agent, round % 2 == 0 ? "setReady" : "setNotReady",
                        "{\"channel\":\"" + channels.get(agent) + "\"}", "{}")));
            }
        }
    }

    /** Waits until one of them is answered. */
    void someAreAnswered() {
        middleware.reply(sent.get(0));
    }

    void allAreDoneOnceAndInOrder() {
        sent.forEach(command -> assertThat(middleware.reply(command).path("outcome").asText())
                .as("%s", middleware.reply(command)).isEqualTo("accepted"));
        sent.forEach(command -> assertThat(middleware.repliesTo(command)).as("replies to %s", command).hasSize(1));
        AGENTS.forEach(agent -> await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(done(agent)).as("what was done for %s", agent).isEqualTo(given.get(agent))));
    }

    void signOut() {
        AGENTS.forEach(agent -> middleware.accepted(agent, "endSession", "{}", "{}"));
    }

    /** The commands that changed the agent's state, in the order of the events. */
    private List<String> done(String agent) {
        List<String> asked = given.get(agent);
        Map<String, String> changes = new TreeMap<>();
        broker.records("cti.agents", agent).stream().filter(record -> asked.contains(header(record, "ce_correlationid")))
                .forEach(record -> changes.put(header(record, "ce_sequence"), header(record, "ce_correlationid")));
        assertThat(new LinkedHashSet<>(changes.values())).as("each once").hasSameSizeAs(changes.values());
        return List.copyOf(changes.values());
    }

    private String channel(String agent) {
        return broker.awaitRecords("cti.agents", agent, 1).stream().filter(r -> header(r, "ce_type").equals("cti.agent.channelAdded.v1"))
                .reduce((earlier, later) -> later).map(r -> new String(r.value(), UTF_8).replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"))
                .orElseThrow();
    }

    /** Empty where there is none: others write to these topics too. */
    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return record.headers().lastHeader(name) == null ? "" : new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
