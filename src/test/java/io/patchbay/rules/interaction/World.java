package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.CallId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.OfferCommand.OfferDeadline;
import io.patchbay.model.Outcome;
import io.patchbay.model.PartyCommand.MonitorCall;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand.ClearConnection;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Interactions, three agents and a queue that send each other follow-ups. Between two of them these arrive in order; otherwise in any:
 * the steps choose whose next one arrives. Every state that any event leads to is shown to the watcher.
 */
public final class World {

    public static final List<AgentId> AGENTS = List.of(Cast.ANA, Cast.BEN, Cast.CARO, new AgentId("dan"));

    private record Route(Subject from, Subject to) { }

    private final InteractionRules rules = new InteractionRules();
    private final Map<InteractionId, Interaction> states = new LinkedHashMap<>();
    private final Map<InteractionId, List<Recorded>> logs = new LinkedHashMap<>();
    private final Map<AgentId, Phone> phones = new LinkedHashMap<>();
    private final Map<Route, Deque<FollowUp>> mail = new LinkedHashMap<>();
    private final Line line = new Line(f -> post(Subject.of(Cast.SALES), f));
    private final Consumer<Interaction> watcher;
    private int commands;

    public World(Consumer<Interaction> watcher) {
        this.watcher = watcher;
        IntStream.range(0, 4).forEach(n -> {
            AgentId agent = AGENTS.get(n);
            phones.put(agent, new Phone(agent, new Address("500" + (n + 1)), f -> post(Subject.of(agent), f)));
        });
    }

    public void play(Step step) {
        AgentId agent = pick(AGENTS, step.who() / 2 + step.to());
        switch (step.kind()) {
            case DELIVER -> deliver(step.what());
            case CALL_IN -> begin(id -> ask(id, Cast.customerCalls(pick(insides(), step.to()))));
            case DIAL -> begin(id -> phones.get(agent).dial(id, pick(everywhere(), step.what())));
            case AGENT_ACTS -> agentActs(step, agent);
            case FAR_END_ACTS -> some(step.who(), id -> farEndActs(id, pick(List.of(FarEndActs.Action.values()), step.what()), step.to()));
            case DEADLINE -> some(step.who(), id -> rules.deadlines(states.get(id)).keySet().stream().findFirst()
                    .ifPresent(deadline -> ask(id, new OfferDeadline(deadline))));
            case OFFER -> line.offer(agent);
            case MONITOR -> some(step.who(), id -> monitor(id, agent, pick(List.of(Mode.values()), step.what()), step.to()));
            case SIGN_OUT -> phones.get(agent).signOut();
            case SIGN_IN -> phones.get(agent).signIn();
            case FORWARD -> phones.get(agent).forward(step.to() % 2 == 0 ? Optional.empty() : Optional.of(pick(everywhere(), step.what())));
        }
    }

    /** Every party hangs up, which a queue cannot, and everything sent arrives. */
    void comeToRest() {
        for (int round = 0; round < 40; round++) {
            while (!mail.isEmpty()) {
                deliver(0);
            }
            states.keySet().forEach(id -> states.get(id).calls().stream().findFirst().ifPresent(call -> call.connections().stream()
                    .filter(leg -> leg.role() != Connection.Role.QUEUE).findFirst().ifPresent(leg -> leave(id, call.id(), leg))));
        }
    }

    Outcome ask(InteractionId id, InteractionCommand command) {
        Subject self = Subject.of(id);
        commands++;
        Decision<InteractionEvent> decision = decide(states.get(id), command, self);
        for (InteractionEvent event : decision.events()) {
            Interaction before = states.get(id);
            Interaction after = rules.evolve(before, event, Scenario.second(commands));
            states.put(id, after);
            logs.get(id).add(new Recorded(0, Scenario.second(commands), Scenario.id(commands), Optional.empty(), event));
            rules.react(before, event, after, self).forEach(f -> post(self, f));
            watcher.accept(after);
        }
        return decision.outcome();
    }

    public Decision<InteractionEvent> decide(Interaction state, InteractionCommand command, Subject self) {
        return rules.decide(state, command, new Stamp(new CommandId("c" + commands), Scenario.second(commands), self));
    }

    public Map<InteractionId, Interaction> states() {
        return states;
    }

    public Map<InteractionId, List<Recorded>> logs() {
        return logs;
    }

    /** What agents and the queue were told that made no sense, and what they still hold. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(line.complaints());
        phones.forEach((agent, phone) -> {
            all.addAll(phone.complaints());
            if (!phone.isFree()) {
                all.add(agent + " was never told to release its slot");
            }
        });
        if (!line.isEmpty()) {
            all.add("the queue still holds a contact that is over");
        }
        return all;
    }

    /** A few at a time, so that they get into each other's way. */
    private void begin(Consumer<InteractionId> beginning) {
        if (open().count() < 4) {
            InteractionId id = new InteractionId(String.format("%016d", states.size()));
            states.put(id, Interaction.NEW);
            logs.put(id, new ArrayList<>());
            beginning.accept(id);
        }
    }

    private void some(int which, Consumer<InteractionId> then) {
        List<InteractionId> open = open().toList();
        if (!open.isEmpty()) {
            then.accept(pick(open, which));
        }
    }

    /** Those with anybody in them. */
    public Stream<InteractionId> open() {
        return states.keySet().stream().filter(id -> states.get(id).isLive() || !states.get(id).members().isEmpty());
    }

    private void leave(InteractionId id, CallId call, Connection leg) {
        ask(id, leg.agent().<InteractionCommand>map(agent -> new ClearConnection(agent, call))
                .orElseGet(() -> new FarEndActs(call, leg.address(), FarEndActs.Action.HANG_UP)));
    }

    private void farEndActs(InteractionId id, FarEndActs.Action action, int which) {
        List<FarEndActs> could = states.get(id).calls().stream().flatMap(call -> call.connections().stream()
                .filter(Connection::isOutside).map(leg -> new FarEndActs(call.id(), leg.address(), action))).toList();
        if (!could.isEmpty()) {
            ask(id, pick(could, which));
        }
    }

    private void monitor(InteractionId id, AgentId supervisor, Mode mode, int which) {
        List<MonitorCall> could = states.get(id).calls().stream().flatMap(call -> call.connections().stream()
                .flatMap(leg -> leg.agent().stream())
                .map(agent -> new MonitorCall(supervisor, phones.get(supervisor).destination().address(), call.id(), agent, mode)))
                .toList();
        if (!could.isEmpty()) {
            ask(id, pick(could, which));
        }
    }

    private void post(Subject from, FollowUp followUp) {
        mail.computeIfAbsent(new Route(from, followUp.target()), r -> new ArrayDeque<>()).add(followUp);
    }

    private void deliver(int which) {
        if (mail.isEmpty()) {
            return;
        }
        Route route = pick(List.copyOf(mail.keySet()), which);
        FollowUp next = mail.get(route).remove();
        mail.values().removeIf(Deque::isEmpty);
        refusal(route.to(), next.body()).ifPresent(reason -> next.ifRefused().ifPresent(body -> {
            Body told = body instanceof Body.Refusable r ? r.because(reason) : body;
            refusal(route.from(), told);
        }));
    }

    private Optional<Reason> refusal(Subject target, Body body) {
        return switch (target.kind()) {
            case AGENT -> phones.get(target.agent()).take(body);
            case QUEUE -> {
                line.take(body);
                yield Optional.empty();
            }
            case TRANSCRIPT -> throw new AssertionError("calls have no transcript");
            case INTERACTION -> ask(target.interaction(), (InteractionCommand) body) instanceof Outcome.Refused r
                    ? Optional.of(r.reason()) : Optional.empty();
        };
    }

    /** Most of the time some agent does what it is shown, so that stories come far; else any agent tries anything. */
    private void agentActs(Step step, AgentId agent) {
        List<Runnable> shown = new ArrayList<>();
        Destination somebody = pick(everywhere(), step.what() + step.to());
        open().forEach(id -> AGENTS.forEach(by -> AllRequests
                .shown(states.get(id), by, somebody).forEach(wish -> shown.add(() -> ask(id, wish)))));
        if (step.to() % 3 == 0 || shown.isEmpty()) {
            some(step.who(), id -> ask(id, pick(AllRequests.of(states.get(id), agent, somebody), step.what() + step.who() * 5)));
        } else {
            pick(shown, step.what() + step.who() * 14).run();
        }
    }

    private List<Destination> insides() {
        return Stream.concat(Stream.of(Cast.TO_SALES), phones.values().stream().map(Phone::destination)).toList();
    }

    private List<Destination> everywhere() {
        return Stream.concat(insides().stream(), Stream.of(FarEnd.Kind.values()).map(Cast::outside)).toList();
    }

    private static <T> T pick(List<T> from, int n) {
        return from.get(n % from.size());
    }
}
