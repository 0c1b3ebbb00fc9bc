package io.patchbay.grid;

import io.patchbay.model.Body;
import io.patchbay.model.Event;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules of one kind of cell behind types of the grid. Only this class casts. */
public final class CellType<S extends State, C extends Body, E extends Event> {
    private final Class<S> states;
    private final Class<C> commands;
    private final Class<E> events;
    private final Rules<S, C, E> rules;
    private final Function<String, C> deadline;

    /** @param deadline makes the command for a passed deadline of the cell */
    public CellType(Class<S> states, Class<C> commands, Class<E> events, Rules<S, C, E> rules, Function<String, C> deadline) {
        this.states = states;
        this.commands = commands;
        this.events = events;
        this.rules = rules;
        this.deadline = deadline;
    }

    public State initial() {
        return rules.initial();
    }

    Decided decide(State state, Body command, Rules.Stamp stamp) {
        if (!commands.isInstance(command)) {
            String detail = "This command is not for " + stamp.self() + ".";
            return new Decided(Outcome.refused(Reason.INTERNAL, detail), List.of());
        }
        Decision<E> decision = rules.decide(states.cast(state), commands.cast(command), stamp);
        return new Decided(decision.outcome(), List.copyOf(decision.events()));
    }

    /** The state after the event. Replicas use it, too. @param at the time of the event */
    public State evolve(State state, Event event, Instant at) {
        return rules.evolve(states.cast(state), events.cast(event), at);
    }

    List<FollowUp> react(State before, Event event, State after, Subject self) {
        return rules.react(states.cast(before), events.cast(event), states.cast(after), self);
    }

    Map<String, Duration> deadlines(State state) {
        return rules.deadlines(states.cast(state));
    }

    Optional<Duration> retention(State state) {
        return rules.retention(states.cast(state));
    }

    Body deadlinePassed(String id) {
        return deadline.apply(id);
    }

    /** A decision with events of any kind. */
    record Decided(Outcome outcome, List<Event> events) { }
}
