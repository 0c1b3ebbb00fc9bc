package io.patchbay.door;

import com.github.f4b6a3.uuid.UuidCreator;
import io.patchbay.grid.Grid;
import io.patchbay.model.AgentId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The command gateway on the grid of this member. */
public final class GridCommandGateway implements CommandGateway {
    private final Grid grid;
    private final String member;
    private final Clock clock;
    private final Executor pool;
    private final Optional<Duration> offerLost;

    /**
     * @param offerLost see {@link #offerLost()}
     * @param pool      runs the deliveries; those of one client never run at the same time
     */
    public GridCommandGateway(Grid grid, String member, Optional<Duration> offerLost, Clock clock, Executor pool) {
        this.offerLost = offerLost;
        this.grid = grid;
        this.member = member;
        this.clock = clock;
        this.pool = pool;
    }

    @Override
    public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
        return given(ask.commands(), List.of()).thenApplyAsync(outcomes -> new CompletedCommand<>(ask, outcomes), pool);
    }

    /** @param outcomes of the earlier commands, all accepted */
    private CompletionStage<List<Outcome>> given(List<Command> commands, List<Outcome> outcomes) {
        if (commands.isEmpty()) {
            return CompletableFuture.completedFuture(outcomes);
        }
        return grid.dispatch(commands.get(0)).thenCompose(outcome -> {
            List<Outcome> all = Stream.concat(outcomes.stream(), Stream.of(outcome)).toList();
            CompletableFuture<List<Outcome>> sofar = CompletableFuture.completedFuture(all);
            return commands.size() == 1 || !outcome.isAccepted() ? sofar
                    : sofar.thenComposeAsync(done -> given(commands.subList(1, commands.size()), done), pool);
        });
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

    @Override
    public Optional<Duration> offerLost() {
        return offerLost;
    }
}
