package io.patchbay.commands;

import io.patchbay.testing.Broker;
import io.patchbay.testing.GatewayPair;
import io.patchbay.testing.Middleware;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways as processes read commands together; one of them is killed in the middle of it. */
class CommandTakeoverIT {
    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path directory;

    @Test
    void what_a_killed_member_had_read_and_not_answered_is_done_once_by_the_other() {
        try (GatewayPair pair = GatewayPair.started(directory, Map.of("kafka.commands.enabled", "true"));
                Middleware middleware = new Middleware(broker.bootstrap())) {
            ReadyNotReadyAgents agents = new ReadyNotReadyAgents(broker, middleware);
            agents.give();
            agents.someAreAnswered();
            pair.first().kill();
            agents.give();
            agents.allAreDoneOnceAndInOrder();
            agents.signOut();
        }
    }
}
