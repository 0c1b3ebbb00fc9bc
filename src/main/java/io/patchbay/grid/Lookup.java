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

/** The present content of cells, committed or not, for a single read without following. */
public final class Lookup {
    private final IMap<String, Cell> cells;
    private final IMap<String, Home> homes;

    Lookup(IMap<String, Cell> cells, IMap<String, Home> homes) {
        this.cells = cells;
        this.homes = homes;
    }

    /** The interaction of a thread of messages. @param since the time of the decision, by the clock of the deciding member */
    public record Home(InteractionId interaction, Instant since) { }

    /**
     * The interaction of a thread of messages, the same for all members. Two members that begin it at the same time get the same
     * answer. The map is not part of a cell and may be out of date, so the caller reads the interaction.
     *
     * @param fresh the interaction if there is none yet
     * @param over the interaction that is known to have ended, if one was found
     */
    public CompletionStage<Home> home(String thread, Home fresh, Optional<InteractionId> over) {
        return homes.submitToKey(thread, new Claim(fresh, over));
    }

    /** Empty if there is no such cell. Completes exceptionally if its owner does not answer. */
    public CompletionStage<Optional<State>> state(Subject subject) {
        return cells.getAsync(subject.toString()).thenApply(cell -> Optional.ofNullable(cell).map(Cell::state));
    }

    /** The last events that the cell keeps, latest last. Empty if there is no such cell. */
    public CompletionStage<List<Recorded>> latest(Subject subject) {
        return cells.getAsync(subject.toString()).thenApply(cell -> cell == null ? List.of() : cell.events());
    }

    /** Reads every cell of every member and blocks until all have answered. */
    public Map<InteractionId, Interaction> interactions(CallSearch wanted) {
        Map<InteractionId, Interaction> found = new LinkedHashMap<>();
        cells.values(wanted).forEach(cell -> found.put(cell.subject().interaction(), (Interaction) cell.state()));
        return found;
    }
}
