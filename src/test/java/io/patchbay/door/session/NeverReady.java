package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The real gateway; but what a feed follows never arrives. */
record NeverReady(CommandGateway real) implements CommandGateway {
    @Override
    public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
        return real.dispatch(ask);
    }

    @Override
    public Feed follow(AgentId agent, Feed.Listener listener) {
        return new SilentFeed(real.follow(agent, listener), new CompletableFuture<>());
    }

    @Override
    public Feed resume(AgentId agent, Feed.Listener listener, long told) {
        return new SilentFeed(real.resume(agent, listener, told), new CompletableFuture<>());
    }

    @Override
    public CommandId newId() {
        return real.newId();
    }

    @Override
    public Instant now() {
        return real.now();
    }

    @Override
    public String member() {
        return real.member();
    }

    @Override
    public Optional<Duration> offerLost() {
        return real.offerLost();
    }
}
