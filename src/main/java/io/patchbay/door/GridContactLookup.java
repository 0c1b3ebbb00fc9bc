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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

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

    /** Entries leave the state only after their page is stored, so pages and state together have all entries. */
    @Override
    public CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state) {
        List<LogEntry> kept = state.messaging().log();
        CompletionStage<List<LogEntry>> all = CompletableFuture.completedFuture(List.of());
        for (int n = 0; n < state.messaging().pages(); n++) {
            all = all.thenCombine(page(id, n), GridContactLookup::joined);
        }
        return all.thenApply(older -> joined(older.stream()
                .filter(entry -> kept.isEmpty() || entry.index() < kept.get(0).index()).toList(), kept));
    }

    private CompletionStage<List<LogEntry>> page(InteractionId id, int number) {
        return grid.state(Subject.transcript(id, number))
                .thenApply(page -> page.map(Transcript.class::cast).map(Transcript::entries).orElse(List.of()));
    }

    private static List<LogEntry> joined(List<LogEntry> first, List<LogEntry> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    @Override
    public CompletionStage<Thread> thread(Address from, Address to, InteractionId fresh, Optional<InteractionId> over) {
        Instant now = clock.instant();
        return grid.home("sms/" + from + "/" + to, new Lookup.Home(fresh, now), over)
                .thenApply(home -> new Thread(home.interaction(), Duration.between(home.since(), now)));
    }
}
