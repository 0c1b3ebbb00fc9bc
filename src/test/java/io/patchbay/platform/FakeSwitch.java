package io.patchbay.platform;

import io.patchbay.door.CallLookup;
import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.ContactLookup;
import io.patchbay.door.Feed;
import io.patchbay.door.InteractionViews;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Event;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Outcome;
import io.patchbay.model.PartyId;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.interaction.InteractionRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Interaction cells with their real rules on one thread; agents answer as the test says, queues never. */
final class FakeSwitch implements CommandGateway, InteractionViews, CallLookup, ContactLookup {
    /** Takes the slot, as a desktop that rings does. */
    static final Function<AgentCommand.Reserve, Optional<OfferCommand>> RINGS = asked -> Optional.of(new OfferCommand.Alert(asked.agent(),
            new ChannelId("voice"), new Address("5001"), Optional.empty()));
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final InteractionRules rules = new InteractionRules();
    private final Map<InteractionId, Interaction> states = new LinkedHashMap<>();
    private final Map<InteractionId, List<Recorded>> events = new LinkedHashMap<>();
    private final Map<String, InteractionId> homes = new LinkedHashMap<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final AtomicInteger ids = new AtomicInteger();
    private Function<AgentCommand.Reserve, Optional<OfferCommand>> agents = RINGS;
    /** How long ago all threads were claimed. */
    Duration claimed = Duration.ZERO;
    final List<Command> commands = new ArrayList<>();
    Optional<Outcome> instead = Optional.empty();
    Optional<RuntimeException> broken = Optional.empty();
    /** What happens just before the next command arrives. */
    Optional<Runnable> before = Optional.empty();
    /** Breaks the command gateway's promise never to fail. */
    volatile boolean failing;

    void agents(Function<AgentCommand.Reserve, Optional<OfferCommand>> behaviour) {
        agents = behaviour;
    }

    /** Happens when somebody waits for something. */
    void later(Runnable what) {
        later.add(what);
    }

    /** What another cell, an agent or a deadline would do. */
    /** What stands for a waiting contact in its queue. */
    PartyId place(InteractionId interaction) {
        return states.get(interaction).queueing().orElseThrow().place();
    }

    Outcome take(InteractionId interaction, InteractionCommand command) {
        return take(Command.of(newId(), NOW, Subject.of(interaction), command));
    }

    private Outcome take(Command command) {
        InteractionId self = command.target().interaction();
        Interaction state = states.getOrDefault(self, Interaction.NEW);
        Decision<InteractionEvent> decision = rules.decide(state, (InteractionCommand) command.body(),
                new Stamp(command.id(), command.at(), command.target()));
        for (InteractionEvent event : decision.events()) {
            Interaction before = state;
            state = rules.evolve(before, event, command.at());
            List<Recorded> log = events.computeIfAbsent(self, s -> new ArrayList<>());
            log.add(new Recorded(log.size() + 1, command.at(), command.correlation(), Optional.empty(), event));
            rules.react(before, event, state, command.target()).forEach(followUp -> {
                if (followUp.body() instanceof AgentCommand.Reserve reserve) {
                    later.add(() -> agents.apply(reserve).ifPresent(answer -> take(self, answer)));
                }
            });
            states.put(self, state);
        }
        return decision.outcome();
    }

    @Override
    public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
        if (failing) {
            return CompletableFuture.failedFuture(new IllegalStateException("secret detail"));
        }
        Optional<Runnable> first = before;
        before = Optional.empty();
        first.ifPresent(Runnable::run);
        commands.addAll(ask.commands());
        Outcome outcome = instead.or(() -> ask.commands().stream().findFirst().map(this::take)).orElseGet(Outcome::accepted);
        return CompletableFuture.completedFuture(new CompletedCommand<>(ask.context(), outcome));
    }

    /** What waits to be done happens now: after the first look, as in the grid, and one event after the other. */
    @Override
    public <T> CompletionStage<Optional<T>> await(InteractionId interaction, Question<T> question, Duration patience) {
        Optional<T> answer = ask(interaction, question);
        while (answer.isEmpty() && !later.isEmpty()) {
            later.remove().run();
            answer = ask(interaction, question);
        }
        return CompletableFuture.completedFuture(answer);
    }

    private <T> Optional<T> ask(InteractionId interaction, Question<T> question) {
        List<Event> past = new ArrayList<>();
        Interaction state = Interaction.NEW;
        Optional<T> answer = question.of(state, past);
        for (Recorded next : events.getOrDefault(interaction, List.of())) {
            past.add(next.event());
            state = rules.evolve(state, (InteractionEvent) next.event(), next.at());
            Interaction now = state;
            answer = answer.or(() -> question.of(now, List.copyOf(past)));
        }
        return answer;
    }

    @Override
    public CompletionStage<Optional<Found>> byCall(CallId call) {
        return search(state -> state.call(call).isPresent()).thenApply(found -> found.stream().findFirst());
    }

    @Override
    public CompletionStage<List<Found>> byParty(Address party) {
        return search(state -> state.calls().stream().anyMatch(call -> call.at(party).isPresent()));
    }

    private CompletionStage<List<Found>> search(Function<Interaction, Boolean> wanted) {
        return broken.<CompletionStage<List<Found>>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(states.entrySet().stream().filter(e -> wanted.apply(e.getValue()))
                        .map(e -> new Found(e.getKey(), e.getValue())).toList()));
    }

    @Override
    public CompletionStage<Optional<Interaction>> find(InteractionId id) {
        return broken.<CompletionStage<Optional<Interaction>>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.ofNullable(states.get(id))));
    }

    @Override
    public CompletionStage<List<Recorded>> latest(InteractionId id) {
        return CompletableFuture.completedFuture(events.getOrDefault(id, List.of()));
    }

    @Override
    public CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state) {
        return CompletableFuture.completedFuture(state.messaging().log());
    }

    @Override
    public CompletionStage<List<LogEntry>> log(InteractionId id, Interaction state, long from, int count) {
        return CompletableFuture.completedFuture(state.messaging().log().stream().filter(e -> e.index() >= from).limit(count).toList());
    }

    @Override
    public CompletionStage<Optional<Found>> byAgent(AgentId agent) {
        throw new UnsupportedOperationException("the platform's door looks for no agent");
    }

    @Override
    public CompletionStage<Thread> thread(Address from, Address to, InteractionId fresh, Optional<InteractionId> over) {
        InteractionId home = homes.merge(from + " " + to, fresh, (now, next) -> over.filter(now::equals).isPresent() ? next : now);
        return CompletableFuture.completedFuture(new Thread(home, claimed));
    }

    @Override
    public void note(CallId call, InteractionId interaction) { }

    @Override
    public Feed resume(AgentId agent, Feed.Listener listener, long told) {
        return follow(agent, listener);
    }

    @Override
    public Feed follow(AgentId agent, Feed.Listener listener) {
        throw new UnsupportedOperationException("the platform door follows nobody");
    }

    @Override
    public CommandId newId() {
        return new CommandId("test-" + ids.incrementAndGet());
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public String member() {
        return "n1";
    }

    @Override
    public Optional<Duration> offerLost() {
        return Optional.empty();
    }

    static Optional<Outcome> refusing(Reason reason) {
        return Optional.of(Outcome.refused(reason, "The rules say no."));
    }
}
