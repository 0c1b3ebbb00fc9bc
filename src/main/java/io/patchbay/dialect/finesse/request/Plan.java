package io.patchbay.dialect.finesse.request;

import io.patchbay.model.Body;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What a request comes to.
 *
 * @param steps  commands that run in order, each after the acceptance of the one before; empty if nothing has to change
 * @param told   whether the object of the user is told once more, because no event of the agent follows
 * @param source of the notification of a refusal, which comes after the answer; empty where a refusal is the answer
 */
public record Plan(List<Step> steps, boolean told, Optional<String> source) {

    /** A command and its cell. */
    public record Step(Subject cell, Body command) { }

    public Plan {
        steps = List.copyOf(steps);
    }

    static Plan of(Subject cell, Body command) {
        return new Plan(List.of(new Step(cell, command)), false, Optional.empty());
    }

    /** The telephone system refuses later. */
    Plan later(String resource) {
        return new Plan(steps, told, Optional.of(resource));
    }

    Plan withUser() {
        return new Plan(steps, true, source);
    }
}
