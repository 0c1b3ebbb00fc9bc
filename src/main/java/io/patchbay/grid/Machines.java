package io.patchbay.grid;

import io.patchbay.model.Subject;

/** The rules of each kind of cell. */
public record Machines(Machine<?, ?, ?> agents, Machine<?, ?, ?> interactions, Machine<?, ?, ?> queues) {

    public Machine<?, ?, ?> of(Subject subject) {
        return switch (subject.kind()) {
            case AGENT -> agents;
            case INTERACTION -> interactions;
            case QUEUE -> queues;
        };
    }
}
