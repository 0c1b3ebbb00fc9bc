package io.patchbay.door;

import io.patchbay.grid.Lookup;
import io.patchbay.model.Address;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks the grid. */
public final class GridContacts implements Contacts {
    private final Lookup grid;
    private final Clock clock;

    public GridContacts(Lookup grid, Clock clock) {
        this.grid = grid;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Optional<Interaction>> find(InteractionId id) {
        return grid.state(Subject.of(id)).thenApply(state -> state.map(Interaction.class::cast));
    }

    @Override
    public CompletionStage<Thread> thread(Address from, Address to, InteractionId fresh, Optional<InteractionId> over) {
        Instant now = clock.instant();
        return grid.home("sms/" + from + "/" + to, new Lookup.Home(fresh, now), over)
                .thenApply(home -> new Thread(home.interaction(), Duration.between(home.since(), now)));
    }
}
