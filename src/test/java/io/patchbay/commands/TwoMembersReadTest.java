package io.patchbay.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Broker;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.Ports;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two gateways of one cluster share the topic; one of them goes and another comes while commands are given. */
class TwoMembersReadTest {
    private static final List<String> AGENTS = List.of("ana", "ben", "caro", "dan");
    private static final int ROUNDS = 40;

    @RegisterExtension
    static final Broker broker = new Broker();
    private final String cluster = "test-" + UUID.randomUUID();
    private final List<Integer> ports = List.of(Ports.free(), Ports.free(), Ports.free());
    private final List<RunningGateway> running = new ArrayList<>();
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final List<RecordMetadata> sent = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(RunningGateway::close);
    }

    @Test
    void no_command_is_lost_or_done_twice_or_out_of_order_when_members_go_and_come() {
        RunningGateway first = member(0);
        member(1);
        try (Middleware middleware = new Middleware(broker.bootstrap())) {
            AGENTS.forEach(agent -> middleware.accepted(agent, "startSession", "{}", "{}"));
            AGENTS.forEach(agent -> middleware.accepted(agent, "addChannel", "{}", "{\"medium\":\"chat\",\"endpoint\":\"*\"}"));
            Map<String, String> channels = new LinkedHashMap<>();
            AGENTS.forEach(agent -> channels.put(agent, channel(agent)));
            channels.forEach((agent, channel) -> middleware.accepted(agent, "activateChannels", "{}",
                    "{\"channels\":[\"" + channel + "\"]}"));

            give(middleware, channels);
            first.close();
            running.remove(first);
            give(middleware, channels);
            member(2);
            give(middleware, channels);
            sent.forEach(command -> assertThat(middleware.reply(command).path("outcome").asText())
                    .as("%s", middleware.reply(command)).isEqualTo("accepted"));
            sent.forEach(command -> assertThat(middleware.repliesTo(command)).as("replies to %s", command).hasSize(1));
            AGENTS.forEach(agent -> await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(told(agent)).as("what was done for %s", agent).isEqualTo(given.get(agent))));
            AGENTS.forEach(agent -> middleware.accepted(agent, "endSession", "{}", "{}"));
        }
    }

    /** Each changes the agent's state, so that each that is done is an event. */
    private void give(Middleware middleware, Map<String, String> channels) {
        for (int round = 0; round < ROUNDS; round++) {
            for (String agent : AGENTS) {
                String id = UUID.randomUUID().toString();
                given.computeIfAbsent(agent, any -> new ArrayList<>()).add(id);
                sent.add(middleware.send(agent, Middleware.command(id, agent, round % 2 == 0 ? "setReady" : "setNotReady",
                        "{\"channel\":\"" + channels.get(agent) + "\"}", "{}")));
            }
        }
    }

    /** The commands that changed the agent's state, in the order of the events' numbers. */
    private List<String> told(String agent) {
        List<String> asked = given.get(agent);
        Set<Map.Entry<Long, String>> changes = new LinkedHashSet<>();
        broker.records("cti.agents", agent).stream().filter(record -> asked.contains(header(record, "ce_correlationid")))
                .map(record -> Map.entry(Long.parseLong(header(record, "ce_sequence")), header(record, "ce_correlationid")))
                .sorted(Comparator.comparing(Map.Entry::getKey)).forEach(changes::add);
        return changes.stream().map(Map.Entry::getValue).toList();
    }

    private static String channel(String agent) {
        return broker.awaitRecords("cti.agents", agent, 1).stream().filter(r -> header(r, "ce_type").equals("cti.agent.channelAdded.v1"))
                .reduce((earlier, later) -> later).map(r -> new String(r.value(), UTF_8).replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"))
                .orElseThrow();
    }

    private RunningGateway member(int at) {
        String peers = String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
        RunningGateway member = RunningGateway.start(Map.of("kafka.commands.enabled", "true", "kafka.brokers", broker.bootstrap(),
                "node.name", "m" + at, "cluster.name", cluster, "cluster.size", "2",
                "cluster.port", Integer.toString(ports.get(at)), "cluster.peers", peers));
        running.add(member);
        return member;
    }

    /** Empty where there is none: others write to these topics too. */
    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return record.headers().lastHeader(name) == null ? "" : new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
