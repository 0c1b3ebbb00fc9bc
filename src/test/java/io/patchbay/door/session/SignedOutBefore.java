package io.patchbay.door.session;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Outcome;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A gateway through which an agent has just signed out before each command arrives. */
final class SignedOutBefore implements CommandGateway {
    /** Of the first command. */
    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final CommandGateway gateway;
    private final AgentId agent;

    SignedOutBefore(CommandGateway gateway, AgentId agent) {
        this.gateway = gateway;
        this.agent = agent;
    }

    @Override
    public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
        Command signOut = Command.of(newId(), now(), Subject.of(agent), new AgentCommand.EndSession(Cause.LOGOUT));
        return gateway.dispatch(new PendingCommand<>("", Optional.of(signOut))).thenCompose(done -> gateway.dispatch(ask))
                .thenApply(completed -> {
                    outcome.complete(completed.outcome());
                    return completed;
                });
    }

    @Override
    public Feed follow(AgentId who, Feed.Listener listener) {
        return gateway.follow(who, listener);
    }

    @Override
    public Feed resume(AgentId who, Feed.Listener listener, long told) {
        return gateway.resume(who, listener, told);
    }

    @Override
    public CommandId newId() {
        return gateway.newId();
    }

    @Override
    public Instant now() {
        return gateway.now();
    }

    @Override
    public String member() {
        return gateway.member();
    }

    @Override
    public Optional<Duration> offerLost() {
        return gateway.offerLost();
    }
}
