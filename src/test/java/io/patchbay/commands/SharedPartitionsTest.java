package io.patchbay.commands;

import io.patchbay.testing.Broker;
import io.patchbay.testing.Middleware;
import io.patchbay.testing.Ports;
import io.patchbay.testing.RunningGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two gateways of one cluster share the topic; one of them goes and another comes while commands are given. */
class SharedPartitionsTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private final String cluster = "test-" + UUID.randomUUID();
    private final List<Integer> ports = List.of(Ports.free(), Ports.free(), Ports.free());
    private final List<RunningGateway> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(RunningGateway::close);
    }

    @Test
    void no_command_is_lost_or_done_twice_or_out_of_order_when_members_go_and_come() {
        RunningGateway first = member(0);
        member(1);
        try (Middleware middleware = new Middleware(broker.bootstrap())) {
            ReadyNotReadyAgents agents = new ReadyNotReadyAgents(broker, middleware);
            agents.give();
            first.close();
            running.remove(first);
            agents.give();
            member(2);
            agents.give();
            agents.allAreDoneOnceAndInOrder();
            agents.signOut();
        }
    }

    private RunningGateway member(int at) {
        String peers = String.join(",", ports.stream().map(port -> "127.0.0.1:" + port).toList());
        RunningGateway member = RunningGateway.start(Map.of("kafka.commands.enabled", "true", "kafka.brokers", broker.bootstrap(),
                "node.name", "m" + at, "cluster.name", cluster, "cluster.size", "2",
                "cluster.port", Integer.toString(ports.get(at)), "cluster.peers", peers));
        running.add(member);
        return member;
    }
}
