package io.patchbay.grid;

import com.hazelcast.map.IMap;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the cells hold at this moment, told to the world or not yet: for who asks once and does not follow. */
public final class Lookup {
    private final IMap<String, Cell> cells;

    Lookup(IMap<String, Cell> cells) {
        this.cells = cells;
    }

    /** Empty when there is no such cell; completes exceptionally when its owner does not answer. */
    public CompletionStage<Optional<State>> state(Subject subject) {
        return cells.getAsync(subject.toString()).thenApply(cell -> Optional.ofNullable(cell).map(Cell::state));
    }

    /** Looks at every cell of every member, and blocks until all have answered. */
    public Map<InteractionId, Interaction> interactions(CallSearch wanted) {
        Map<InteractionId, Interaction> found = new LinkedHashMap<>();
        cells.values(wanted).forEach(cell -> found.put(cell.subject().interaction(), (Interaction) cell.state()));
        return found;
    }
}
