package io.patchbay.door;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finds calls by id or party for a door that does not know the interaction. Shows the present content of the grid on all members. Ended
 * calls are not kept. Completes exceptionally if the grid does not answer.
 */
public interface CallLookup {

    record Found(InteractionId interaction, Interaction state) { }

    CompletionStage<Optional<Found>> byCall(CallId call);

    /** The interactions with a call in which this address has a leg, in no order. Reads every interaction, so it is not for desktops. */
    CompletionStage<List<Found>> byParty(Address party);

    /** The interaction of the present call of an agent. Reads the agent and this interaction only. */
    CompletionStage<Optional<Found>> byAgent(AgentId agent);

    /** Saves the next {@link #byCall} its search. */
    void note(CallId call, InteractionId interaction);
}
