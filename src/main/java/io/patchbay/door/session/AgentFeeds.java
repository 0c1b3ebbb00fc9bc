package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The {@link AgentFeed}s of one dialect at this member, for a dialect of single requests with event connections beside them. Each feed
 * begins with the first request or connection of its agent, and ends when no connection is left and no request came for a while.
 * Thread-safe. Nothing here blocks.
 *
 * @param <F> a frame
 */
public final class AgentFeeds<F> {
    private static final Duration READY_WITHIN = Duration.ofSeconds(5);
    private static final Duration READ_WITHIN = Duration.ofMillis(200);

    private final Map<AgentId, AgentFeed<F>> all = new ConcurrentHashMap<>();
    private final CommandGateway gateway;
    private final SessionCommands commands;
    private final Function<AgentEntry, SessionEncoder<F>> encoders;
    private final Duration idle;
    private final Duration readWithin;

    /** @param idle how long a feed without connections lives after its last request */
    public AgentFeeds(CommandGateway gateway, SessionPolicy policy, Function<AgentEntry, SessionEncoder<F>> encoders, Duration idle) {
        this(gateway, policy, encoders, idle, READ_WITHIN);
    }

    /** @param readWithin how long a read waits for the effects of earlier commands */
    AgentFeeds(CommandGateway gateway, SessionPolicy policy, Function<AgentEntry, SessionEncoder<F>> encoders, Duration idle,
            Duration readWithin) {
        this.readWithin = readWithin;
        this.gateway = gateway;
        this.commands = new SessionCommands(gateway, policy);
        this.encoders = encoders;
        this.idle = idle;
    }

    /** The command that begins the session of an agent, or joins it. */
    public SessionStart start(AgentId agent) {
        return commands.start(agent, false);
    }

    /**
     * The feed of the agent, used from now on. Completes when the state of the agent is known here, exceptionally with {@link
     * TimeoutException} if it is not in time.
     */
    public CompletionStage<AgentFeed<F>> of(AgentEntry agent) {
        AgentFeed<F> feed = all.compute(agent.id(), (id, present) -> present != null && present.use() ? present
                : new AgentFeed<>(agent, gateway, commands, encoders.apply(agent), idle, new PendingEffects(readWithin),
                        this::remove));
        return feed.ready().toCompletableFuture().copy().orTimeout(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(ready -> feed);
    }

    private void remove(AgentFeed<F> feed) {
        all.remove(feed.agent(), feed);
    }
}
