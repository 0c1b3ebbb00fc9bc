package io.patchbay.reading;

import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import java.util.function.Supplier;

/** Which cell a command goes to. */
public final class Cells {
    private Cells() { }

    /** @param interaction asked for where the command is an interaction's; of all others the agent's cell is meant */
    public static Subject of(Body body, AgentId agent, Supplier<InteractionId> interaction) {
        return body instanceof InteractionCommand ? Subject.of(interaction.get()) : Subject.of(agent);
    }
}
