package io.patchbay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Body;
import io.patchbay.model.CommandId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.testing.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tests of rules as sentences: {@code given(events).when(command).then(events)}. {@link #when} may come again after it, so that a
 * story reads top down; each command has its own id ({@code c1}, {@code c2}, …) and a second of its own.
 *
 * @param <S> the state, @param <C> the commands, @param <E> the events
 */
public final class Scenario<S, C, E> {
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Rules<S, C, E> rules;
    private final Subject self;
    private S state;
    private int commands;
    private Decision<E> decision;
    private final List<FollowUp> asked = new ArrayList<>();

    private Scenario(Rules<S, C, E> rules, Subject self) {
        this.rules = rules;
        this.self = self;
        this.state = rules.initial();
    }

    public static <S, C, E> Scenario<S, C, E> of(Rules<S, C, E> rules, Subject self) {
        return new Scenario<>(rules, self);
    }

    /** When command number n of a scenario is stamped. */
    public static Instant second(int n) {
        return START.plusSeconds(n);
    }

    /** What {@code Ids} derives the ids from that command number n of a scenario makes. */
    public static CommandId id(int n) {
        return new CommandId("c" + n);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> given(E... events) {
        List.of(events).forEach(e -> state = rules.evolve(state, e, second(commands)));
        return this;
    }

    /** Commands that brought the cell where the story begins; all of them are accepted. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> givenDone(C... done) {
        for (C command : done) {
            when(command).accepted();
        }
        asked.clear();
        return this;
    }

    public Scenario<S, C, E> when(C command) {
        commands++;
        decision = rules.decide(state, command, new Rules.Stamp(id(commands), second(commands), self));
        asked.clear();
        for (E event : decision.events()) {
            S before = state;
            state = rules.evolve(before, event, second(commands));
            asked.addAll(rules.react(before, event, state, self));
        }
        return this;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> then(E... events) {
        accepted();
        assertThat(decision.events()).isEqualTo(List.of(events));
        return this;
    }

    public Scenario<S, C, E> accepted() {
        assertThat(decision.outcome()).isEqualTo(Outcome.accepted());
        return this;
    }

    public Scenario<S, C, E> refusedWith(Reason reason) {
        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.Refused.class, r -> {
            assertThat(r.reason()).isEqualTo(reason);
            PlainText.check(r.detail());
        });
        assertThat(decision.events()).as("a refusal changes nothing").isEmpty();
        return this;
    }

    /** Refused at a later part. @param done the events of the parts before it */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<S, C, E> refusedAfter(Reason reason, E... done) {
        assertThat(decision.outcome()).isInstanceOfSatisfying(Outcome.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
        assertThat(decision.events()).isEqualTo(List.of(done));
        return this;
    }

    /** The follow-ups of the last command, all of them, in order. */
    public Scenario<S, C, E> asks(FollowUp... followUps) {
        assertThat(asked).isEqualTo(List.of(followUps));
        return this;
    }

    public Scenario<S, C, E> asks(Subject target, Body body) {
        return asks(FollowUp.to(target, body));
    }

    /** The same, to be looked at. */
    public List<FollowUp> asked() {
        return List.copyOf(asked);
    }

    public Scenario<S, C, E> asksNothing() {
        return asks();
    }

    public Scenario<S, C, E> and(Consumer<S> check) {
        check.accept(state);
        return this;
    }

    public S state() {
        return state;
    }

    public List<E> events() {
        return decision.events();
    }
}
