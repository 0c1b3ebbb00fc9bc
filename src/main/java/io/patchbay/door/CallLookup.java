package io.patchbay.door;

import io.patchbay.model.Address;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finds calls for a door that is told their ids or parties and not the interaction. Shows what the grid holds at this moment, wherever in
 * the cluster it is; calls that are over are not kept. Completes exceptionally when the grid cannot say.
 */
public interface CallLookup {

    record Found(InteractionId interaction, Interaction state) { }

    CompletionStage<Optional<Found>> byCall(CallId call);

    /** The interactions with a call this address has a leg in, in no order. Looks at every interaction there is: not for desktops. */
    CompletionStage<List<Found>> byParty(Address party);

    /** Spares the next {@link #byCall} the search. */
    void note(CallId call, InteractionId interaction);
}
