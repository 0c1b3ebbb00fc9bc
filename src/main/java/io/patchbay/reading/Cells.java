package io.patchbay.reading;

import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import java.util.function.Supplier;

/** The cell of a command. */
public final class Cells {
    private Cells() { }

    /** @param interaction used for commands of an interaction; all others go to the cell of the agent */
    public static Subject of(Body body, AgentId agent, Supplier<InteractionId> interaction) {
        return body instanceof InteractionCommand ? Subject.of(interaction.get()) : Subject.of(agent);
    }
}
