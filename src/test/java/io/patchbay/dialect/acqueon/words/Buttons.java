package io.patchbay.dialect.acqueon.words;

import io.patchbay.dialog.AgentDialogs;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The buttons that are enabled in a state. */
public final class Buttons {

    private Buttons() { }

    /** Empty where the agent has no leg in the call. */
    public static Set<Button> of(Interaction state, AgentId agent, CallId call) {
        Replicas now = new Replicas(Agent.SIGNED_OUT, Map.of(new InteractionId("I000000000000001"), state));
        return new AgentDialogs(agent).present(now, Instant.EPOCH).stream().filter(dialog -> dialog.id().equals(call)).findFirst()
                .map(Button::of).orElse(Set.of());
    }
}
