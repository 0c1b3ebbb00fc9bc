package io.patchbay.door;

import io.patchbay.grid.CallSearch;
import io.patchbay.grid.Lookup;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads the grid. A call never changes its interaction, so a found or noted call is remembered. */
public final class GridCallLookup implements CallLookup {
    private static final int REMEMBERED = 20_000;

    private final Lookup grid;
    private final Map<CallId, InteractionId> homes = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, InteractionId> eldest) {
            return size() > REMEMBERED;
        }
    });

    public GridCallLookup(Lookup grid) {
        this.grid = grid;
    }

    @Override
    public CompletionStage<Optional<Found>> byCall(CallId call) {
        InteractionId home = homes.get(call);
        CompletionStage<List<Found>> candidates = home == null ? search(CallSearch.of(call)) : at(home);
        return candidates.thenApply(found -> found.stream().filter(f -> f.state().call(call).isPresent()).findFirst());
    }

    @Override
    public CompletionStage<List<Found>> byParty(Address party) {
        return search(CallSearch.of(party));
    }

    @Override
    public CompletionStage<Optional<Found>> byAgent(AgentId agent) {
        return grid.state(Subject.of(agent)).thenCompose(state -> state.map(Agent.class::cast).flatMap(Agent::call)
                .map(work -> at(work.interaction()))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of())))
                .thenApply(found -> found.stream().filter(f -> !f.state().callsOf(agent).isEmpty()).peek(this::noteAll).findFirst());
    }

    @Override
    public void note(CallId call, InteractionId interaction) {
        homes.put(call, interaction);
    }

    private CompletionStage<List<Found>> at(InteractionId home) {
        return grid.state(Subject.of(home)).thenApply(state -> state.stream().map(s -> new Found(home, (Interaction) s)).toList());
    }

    private CompletionStage<List<Found>> search(CallSearch wanted) {
        return CompletableFuture.supplyAsync(() -> grid.interactions(wanted).entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue())).peek(this::noteAll).toList());
    }

    private void noteAll(Found found) {
        found.state().calls().forEach(call -> note(call.id(), found.interaction()));
    }
}
