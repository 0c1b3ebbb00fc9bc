package io.patchbay.door.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Feed;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The last look at the requests of an agent may come after the gateway is closed, whose threads take nothing more. */
class ClosedGatewayTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final AgentEntry ENTRY = new AgentEntry(ANA, "ana", "ana", AgentEntry.Role.AGENT, List.of(), List.of(), List.of(),
            List.of());

    @Test
    void a_feed_ends_quietly_when_the_gateway_is_closed() {
        Feed closed = (Feed) Proxy.newProxyInstance(Feed.class.getClassLoader(), new Class<?>[] {Feed.class}, (feed, method, given) ->
                switch (method.getName()) {
                    case "ready" -> new CompletableFuture<Void>();
                    case "now" -> Replicas.NONE;
                    default -> throw new RejectedExecutionException("closed");
                });
        CommandGateway gateway = (CommandGateway) Proxy.newProxyInstance(Feed.class.getClassLoader(), new Class<?>[] {CommandGateway.class},
                (any, method, given) -> method.getName().equals("follow") ? closed : "m1");
        SessionPolicy policy = new SessionPolicy("test", Exclusivity.SHARED, false, Duration.ofMinutes(1),
                SessionPolicy.Replies.BEFORE_EVENTS);
        CompletableFuture<AgentFeed<String>> over = new CompletableFuture<>();
        AgentFeed<String> feed = new AgentFeed<>(ENTRY, gateway, new SessionCommands(gateway, policy), null, Duration.ofMillis(10),
                new PendingEffects(Duration.ofMillis(10)), over::complete);
        assertThat(over).succeedsWithin(Duration.ofSeconds(20)).isSameAs(feed);
    }
}
