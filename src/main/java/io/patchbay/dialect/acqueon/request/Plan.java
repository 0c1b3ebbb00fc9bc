package io.patchbay.dialect.acqueon.request;

import io.patchbay.model.Body;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a verb comes to.
 *
 * @param steps commands that run in order, each after the acceptance of the one before; empty if nothing has to change
 * @param told  whether the state of the agent is told once more, because no event of the agent follows
 */
public record Plan(List<Step> steps, boolean told) {

    /** A command and its cell. */
    public record Step(Subject cell, Body command) { }

    public Plan {
        steps = List.copyOf(steps);
    }

    /** The first refusal. None where the refused step, a completion, came to pass by itself after the step before it. */
    public Optional<Outcome.Refused> refusal(List<Outcome> outcomes) {
        return IntStream.range(0, outcomes.size()).filter(step -> !isCompleted(step, outcomes.get(step))).mapToObj(outcomes::get)
                .filter(Outcome.Refused.class::isInstance).map(Outcome.Refused.class::cast).findFirst();
    }

    private boolean isCompleted(int step, Outcome outcome) {
        return step > 0 && outcome instanceof Outcome.Refused refused && refused.reason() == Reason.UNKNOWN
                && steps.get(step).command() instanceof DataCommand.Complete;
    }

    static Plan of(Subject cell, Body command) {
        return new Plan(List.of(new Step(cell, command)), false);
    }

    Plan withState() {
        return new Plan(steps, true);
    }
}
