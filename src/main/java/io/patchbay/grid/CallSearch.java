package io.patchbay.grid;

import com.hazelcast.query.Predicate;
import io.patchbay.model.Address;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import java.util.Map;
import java.util.Optional;

/** A search on every member for the interactions with a call, or with a call in which an address has a leg. */
public final class CallSearch implements Predicate<String, Cell> {
    private static final long serialVersionUID = 1L;
    private final transient Wanted wanted;

    /** The serialized form. */
    record Wanted(Optional<CallId> call, Optional<Address> party) { }

    CallSearch(Wanted wanted) {
        this.wanted = wanted;
    }

    public static CallSearch of(CallId call) {
        return new CallSearch(new Wanted(Optional.of(call), Optional.empty()));
    }

    public static CallSearch of(Address party) {
        return new CallSearch(new Wanted(Optional.empty(), Optional.of(party)));
    }

    Wanted wanted() {
        return wanted;
    }

    @Override
    public boolean apply(Map.Entry<String, Cell> entry) {
        return entry.getValue().state() instanceof Interaction interaction && interaction.calls().stream()
                .anyMatch(call -> wanted.call().filter(call.id()::equals).isPresent() || wanted.party().flatMap(call::at).isPresent());
    }
}
