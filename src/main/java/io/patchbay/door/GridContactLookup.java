package io.patchbay.door;

import io.patchbay.grid.Lookup;
import io.patchbay.model.Address;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads the grid. */
public final class GridContactLookup implements ContactLookup {
    private final Lookup grid;
    private final Clock clock;

    public GridContactLookup(Lookup grid, Clock clock) {
        this.grid = grid;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Optional<Interaction>> find(InteractionId id) {
        return grid.state(Subject.of(id)).thenApply(state -> state.map(Interaction.class::cast));
    }

    @Override
    public CompletionStage<List<Recorded>> latest(InteractionId id) {
        return grid.latest(Subject.of(id));
    }

    @Override
    public CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state) {
        return log(id, state, 0, Integer.MAX_VALUE);
    }

    @Override
    public CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state, long from, int count) {
        return new LogPages(state.messaging(), page -> page(id, page)).read(from, count);
    }

    private CompletionStage<List<LogEntry>> page(InteractionId id, int number) {
        return grid.state(Subject.transcript(id, number))
                .thenApply(page -> page.map(Transcript.class::cast).map(Transcript::entries).orElse(List.of()));
    }

    @Override
    public CompletionStage<Thread> thread(Address from, Address to, InteractionId fresh, Optional<InteractionId> over) {
        Instant now = clock.instant();
        return grid.home("sms/" + from + "/" + to, new Lookup.Home(fresh, now), over)
                .thenApply(home -> new Thread(home.interaction(), Duration.between(home.since(), now)));
    }
}
