package io.patchbay.door;

import com.github.f4b6a3.uuid.UuidCreator;
import io.patchbay.grid.Grid;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The command gateway over this member's grid. */
public final class GridCommandGateway implements CommandGateway {
    private final Grid grid;
    private final String member;
    private final Clock clock;
    private final Executor pool;

    /** @param pool runs what clients are told; one client's steps never run at the same time */
    public GridCommandGateway(Grid grid, String member, Clock clock, Executor pool) {
        this.grid = grid;
        this.member = member;
        this.clock = clock;
        this.pool = pool;
    }

    @Override
    public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
        CompletionStage<Outcome> outcome = ask.command().map(grid::dispatch)
                .orElseGet(() -> CompletableFuture.completedFuture(Outcome.accepted()));
        return outcome.thenApplyAsync(o -> new CompletedCommand<>(ask.context(), o), pool);
    }

    @Override
    public Feed follow(AgentId agent, Feed.Listener listener) {
        return new GridFeed(grid, agent, listener, pool, GridFeed.NOW);
    }

    @Override
    public Feed resume(AgentId agent, Feed.Listener listener, long told) {
        return new GridFeed(grid, agent, listener, pool, told);
    }

    @Override
    public CommandId newId() {
        return new CommandId(UuidCreator.getTimeOrderedEpoch().toString());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public String member() {
        return member;
    }
}
