package io.patchbay.dialect.acqueon.request;

import io.patchbay.model.Body;
import io.patchbay.model.Subject;
import java.util.List;

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

    static Plan of(Subject cell, Body command) {
        return new Plan(List.of(new Step(cell, command)), false);
    }

    Plan withState() {
        return new Plan(steps, true);
    }
}
