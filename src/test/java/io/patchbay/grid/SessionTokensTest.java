package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import io.patchbay.model.AgentId;
import io.patchbay.testing.Broker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HTTP sessions when members are lost, and without a majority. */
class SessionTokensTest {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AgentId ANA = new AgentId("ana");
    private static final int MANY = 40;

    @RegisterExtension
    static final Broker broker = new Broker();

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static SessionTokens at(Grid member) {
        return SessionTokens.of(member, Clock.systemUTC());
    }

    @Test
    void sessions_survive_a_lost_member_and_without_a_majority_nobody_is_asked() throws Exception {
        try (Cluster cluster = Cluster.atOnce(3, broker.bootstrap()).ready()) {
            SessionTokens left = at(cluster.member(0));
            for (int i = 0; i < MANY; i++) {
                now(at(cluster.member(1)).begin("k" + i, ANA, "hash", IDLE));
            }
            cluster.member(1).terminate();
            for (int i = 0; i < MANY; i++) {
                assertThat(now(left.use("k" + i, "hash", IDLE))).as("k%s", i).contains(ANA);
            }
            cluster.member(2).terminate();
            await().atMost(SOON).untilAsserted(() -> assertThat(left.use("k1", "hash", IDLE)).failsWithin(SOON)
                    .withThrowableOfType(ExecutionException.class).withCauseInstanceOf(SplitBrainProtectionException.class));
            assertThat(left.begin("k1", ANA, "other", IDLE)).failsWithin(SOON);
            assertThat(left.end("k1", "hash")).failsWithin(SOON);
        }
    }

    @Test
    void a_user_who_does_not_return_is_not_kept_and_a_closed_member_throws_nothing() throws Exception {
        SessionTokens closed;
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Grid member = cluster.member(0);
            closed = at(member);
            now(at(member).begin("short", ANA, "hash", Duration.ofMillis(200)));
            now(at(member).begin("long", ANA, "hash", IDLE));
            assertThat(GridWindow.sessionTokens(member)).contains("short=", "long=");
            await().atMost(SOON).until(() -> !GridWindow.sessionTokens(member).contains("short="));
            assertThat(now(at(cluster.member(1)).use("long", "hash", IDLE))).contains(ANA);
        }
        assertThat(closed.use("long", "hash", IDLE)).failsWithin(SOON);
    }
}
