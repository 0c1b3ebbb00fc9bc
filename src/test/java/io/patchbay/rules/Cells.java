package io.patchbay.rules;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Body;
import io.patchbay.model.CommandId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.Outcome;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueCommand.QueueDeadline;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.model.TranscriptCommand;
import io.patchbay.rules.agent.AgentRules;
import io.patchbay.rules.interaction.InteractionRules;
import io.patchbay.rules.queue.QueueRules;
import io.patchbay.rules.transcript.TranscriptRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Cells without a grid: the real rules, and between two cells a wire that keeps its order, as DESIGN 4.11 promises, and nothing more.
 * What is under way is delivered when the test says so.
 */
public final class Cells {
    private final AgentRules agents = new AgentRules();
    private final InteractionRules interactions = new InteractionRules();
    private final QueueRules queues = new QueueRules();
    private final Map<Subject, State> states = new LinkedHashMap<>();
    private final Map<List<Subject>, Deque<FollowUp>> wires = new LinkedHashMap<>();
    private final BiConsumer<Subject, State> afterEachEvent;
    private int commands;

    public Cells(BiConsumer<Subject, State> afterEachEvent) {
        this.afterEachEvent = afterEachEvent;
    }

    public Outcome send(Subject target, Body body) {
        if (body instanceof AgentCommand c) {
            return run(agents, target, c);
        }
        if (body instanceof TranscriptCommand c) {
            return run(new TranscriptRules(), target, c);
        }
        return body instanceof QueueCommand c ? run(queues, target, c) : run(interactions, target, (InteractionCommand) body);
    }

    /** The id the next command gets; what it makes derives from it. */
    public CommandId next() {
        return Scenario.id(commands + 1);
    }

    @SuppressWarnings("unchecked")
    private <S extends State, C extends Body, E> Outcome run(Rules<S, C, E> rules, Subject target, C command) {
        commands++;
        S state = (S) states.getOrDefault(target, rules.initial());
        Decision<E> decision = rules.decide(state, command, new Rules.Stamp(Scenario.id(commands), Scenario.second(commands), target));
        for (E event : decision.events()) {
            S before = state;
            state = rules.evolve(before, event, Scenario.second(commands));
            states.put(target, state);
            afterEachEvent.accept(target, state);
            rules.react(before, event, state, target)
                    .forEach(f -> wires.computeIfAbsent(List.of(target, f.target()), w -> new ArrayDeque<>()).add(f));
        }
        return decision.outcome();
    }

    public boolean isQuiet() {
        return wires.values().stream().allMatch(Deque::isEmpty);
    }

    /** What cells ask each other and have not heard yet. */
    public List<FollowUp> onTheirWay() {
        return wires.values().stream().flatMap(Deque::stream).toList();
    }

    /** Delivers what is next on one of the wires in use. @param pick any number */
    public void deliver(int pick) {
        List<List<Subject>> busy = wires.keySet().stream().filter(w -> !wires.get(w).isEmpty()).toList();
        if (busy.isEmpty()) {
            return;
        }
        List<Subject> wire = busy.get(Math.floorMod(pick, busy.size()));
        FollowUp followUp = wires.get(wire).remove();
        if (send(followUp.target(), followUp.body()) instanceof Outcome.Refused refused) {
            followUp.ifRefused().map(undo -> undo instanceof Body.Refusable r ? r.because(refused.reason()) : undo)
                    .ifPresent(undo -> wires.computeIfAbsent(List.of(wire.get(0), wire.get(0)), w -> new ArrayDeque<>())
                            .add(FollowUp.to(wire.get(0), undo)));
        }
    }

    /** Lets one of the deadlines that cells wait for pass, if there is one. @param pick any number */
    public void pass(int pick) {
        List<Map.Entry<Subject, Body>> waiting = new ArrayList<>();
        states.forEach((subject, state) -> deadlines(subject, state).forEach(d -> waiting.add(Map.entry(subject, d))));
        if (!waiting.isEmpty()) {
            Map.Entry<Subject, Body> passed = waiting.get(Math.floorMod(pick, waiting.size()));
            send(passed.getKey(), passed.getValue());
        }
    }

    private List<Body> deadlines(Subject subject, State state) {
        Stream<Body> due = switch (subject.kind()) {
            case AGENT -> agents.deadlines((Agent) state).keySet().stream().sorted()
                    .map(AgentCommand.DeadlinePassed::new);
            case INTERACTION -> interactions.deadlines((Interaction) state).keySet().stream().sorted()
                    .map(OfferDeadline::new);
            case QUEUE -> queues.deadlines((Queue) state).keySet().stream().sorted().map(QueueDeadline::new);
            case TRANSCRIPT -> Stream.of();
        };
        return due.toList();
    }

    /** The states of one kind, by subject. */
    public <S extends State> Map<Subject, S> all(Class<S> kind) {
        Map<Subject, S> found = new LinkedHashMap<>();
        states.forEach((subject, state) -> {
            if (kind.isInstance(state)) {
                found.put(subject, kind.cast(state));
            }
        });
        return found;
    }
}
