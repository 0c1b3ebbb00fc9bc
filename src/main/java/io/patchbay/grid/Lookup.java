package io.patchbay.grid;

import com.hazelcast.map.IMap;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the cells hold at this moment, told to the world or not yet: for who asks once and does not follow. */
public final class Lookup {
    private final IMap<String, Cell> cells;
    private final IMap<String, Home> homes;

    Lookup(IMap<String, Cell> cells, IMap<String, Home> homes) {
        this.cells = cells;
        this.homes = homes;
    }

    /** Where a thread of messages goes on. @param since when that was decided, by the clock of the member that did */
    public record Home(InteractionId interaction, Instant since) { }

    /**
     * Where a thread of messages goes on, the same for all members: two that begin it at the same time get the same answer. No part of
     * any cell, so it may be out of date: whoever asks looks at the interaction.
     *
     * @param fresh where it goes on if nobody has decided yet
     * @param over  the interaction that is known to be over, where one was found
     */
    public CompletionStage<Home> home(String thread, Home fresh, Optional<InteractionId> over) {
        return homes.submitToKey(thread, new Claim(fresh, over));
    }

    /** Empty when there is no such cell; completes exceptionally when its owner does not answer. */
    public CompletionStage<Optional<State>> state(Subject subject) {
        return cells.getAsync(subject.toString()).thenApply(cell -> Optional.ofNullable(cell).map(Cell::state));
    }

    /** What happened to it last, as far as the cell keeps it, latest last; none when there is no such cell. */
    public CompletionStage<List<Recorded>> latest(Subject subject) {
        return cells.getAsync(subject.toString()).thenApply(cell -> cell == null ? List.of() : cell.events());
    }

    /** Looks at every cell of every member, and blocks until all have answered. */
    public Map<InteractionId, Interaction> interactions(CallSearch wanted) {
        Map<InteractionId, Interaction> found = new LinkedHashMap<>();
        cells.values(wanted).forEach(cell -> found.put(cell.subject().interaction(), (Interaction) cell.state()));
        return found;
    }
}
