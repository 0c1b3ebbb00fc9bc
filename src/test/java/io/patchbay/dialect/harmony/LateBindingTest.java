package io.patchbay.dialect.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.AgentCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The agent has the session already, and what is known of the agent at this member is older. */
class LateBindingTest {
    private final Desktop ana = new Desktop();

    LateBindingTest() {
        ana.gateway.late = true;
    }

    @Test
    void the_client_is_answered_when_it_is_known_here() {
        CompletableFuture<JsonNode> reply = CompletableFuture.supplyAsync(ana::prepare);
        await().until(() -> ana.gateway.listener != null);
        ana.gateway.replicas = ana.bound(SampleReplicas.idle());
        assertThat(reply.join().path("result").asText()).isEqualTo("success");
        assertThat(ana.closed).isNull();
    }

    @Test
    void where_it_never_is_it_is_over_already() {
        assertThat(ana.prepare().isNull()).as("no reply").isTrue();
        assertThat(ana.closed).isEqualTo(4410);
    }

    @Test
    void where_it_does_not_come_in_time_the_client_is_refused_and_closed_and_its_binding_is_lost() {
        ana.gateway.ready = CompletableFuture.failedFuture(new TimeoutException());
        assertThat(ana.prepare().at("/failure/code").asText()).isEqualTo("UNAVAILABLE");
        assertThat(ana.closed).isEqualTo(1011);
        assertThat(ana.lastBody()).isInstanceOf(AgentCommand.LoseBinding.class);
        assertThat(ana.send("session.start", "x", "{}").at("/failure/code").asText()).isEqualTo("SESSION_NOT_BOUND");
    }
}
