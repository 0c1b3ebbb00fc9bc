package io.patchbay.door;

import io.patchbay.model.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A request with its outcomes.
 *
 * @param request as it was dispatched
 * @param outcomes of its commands, in order, up to the first refused one; later commands did not run
 */
public record CompletedCommand<T>(PendingCommand<T> request, List<Outcome> outcomes) {

    public CompletedCommand {
        outcomes = List.copyOf(outcomes);
    }

    public CompletedCommand(T context, List<Outcome> outcomes) {
        this(new PendingCommand<>(context, Optional.empty()), outcomes);
    }

    public CompletedCommand(T context, Outcome outcome) {
        this(context, List.of(outcome));
    }

    public T context() {
        return request.context();
    }

    /** The outcome of the request: the refusal that ended it, or accepted, also without a command. */
    public Outcome outcome() {
        return outcomes.isEmpty() ? Outcome.accepted() : outcomes.get(outcomes.size() - 1);
    }
}
