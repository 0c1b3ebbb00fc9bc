package io.patchbay.door;

import io.patchbay.model.Outcome;
import java.util.List;

/**
 * A request that came back.
 *
 * @param outcomes those of its commands, in their order, up to the first that was refused: the commands after that one were not given
 */
public record CompletedCommand<T>(T context, List<Outcome> outcomes) {

    public CompletedCommand {
        outcomes = List.copyOf(outcomes);
    }

    public CompletedCommand(T context, Outcome outcome) {
        this(context, List.of(outcome));
    }

    /** Of the request as a whole: the refusal that ended it, or accepted, as is one without a command. */
    public Outcome outcome() {
        return outcomes.isEmpty() ? Outcome.accepted() : outcomes.get(outcomes.size() - 1);
    }
}
