package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.grid.NamedRequests.Named;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that have a name are kept once, for all members, also when one is lost. */
class NamedRequestsTest {
    private static final int MANY = 20;

    @RegisterExtension
    static final Broker broker = new Broker();

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Named request(String digest) {
        Command command = Command.of(new CommandId("c" + digest), Instant.EPOCH, Subject.of(new AgentId("ana")),
                new AgentCommand.EndSession(Cause.LOGOUT));
        return new Named(digest, List.of(command), 200, "{\"statusCode\":0}", false);
    }

    @Test
    void the_first_request_of_a_name_is_kept_with_its_commands_and_then_its_reply() throws Exception {
        NamedRequests closed;
        try (Cluster cluster = Cluster.atOnce(3, broker.bootstrap()).ready()) {
            NamedRequests one = NamedRequests.of(cluster.member(0));
            NamedRequests other = NamedRequests.of(cluster.member(1));
            closed = one;
            for (int i = 0; i < MANY; i++) {
                assertThat(now(one.begin("k" + i, request("first")))).isEmpty();
                assertThat(now(other.begin("k" + i, request("second")))).contains(request("first"));
            }
            now(other.answered("k0", "first", 409, "{\"statusCode\":18}"));
            cluster.member(1).terminate();
            assertThat(now(one.find("k0"))).contains(new Named("first", List.of(), 409, "{\"statusCode\":18}", true));
            for (int i = 1; i < MANY; i++) {
                assertThat(now(one.find("k" + i))).as("k%s", i).contains(request("first"));
            }
            assertThat(now(one.find("other"))).isEmpty();
        }
        assertThat(closed.begin("k1", request("first"))).failsWithin(Duration.ofSeconds(20));
    }
}
