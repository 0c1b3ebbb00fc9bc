package io.patchbay.dialect.harmony;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.CompletedCommand;
import io.patchbay.door.Delivery;
import io.patchbay.door.Feed;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Replicas;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Inquiry;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded.Position;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A command gateway whose outcomes and replicas a test sets; everything asked of it is in the journal, beside what the connection sends.
 */
final class FakeCommandGateway implements CommandGateway {
    final List<String> journal;
    final List<Command> dispatched = new ArrayList<>();
    final Map<Subject, Position> positions = new HashMap<>();
    volatile Replicas replicas = Replicas.NONE;
    Outcome outcome = Outcome.accepted();
    volatile Feed.Listener listener;
    List<Delivery> past = List.of();
    /** Of the agent's state. */
    CompletionStage<Void> ready = CompletableFuture.completedFuture(null);
    /** What is known here stays as it was when a session begins. */
    boolean late;
    private int ids;

    FakeCommandGateway(List<String> journal) {
        this.journal = journal;
    }

    @Override
    public <T> CompletionStage<CompletedCommand<T>> dispatch(PendingCommand<T> ask) {
        Optional<Command> inquiry = ask.commands().stream().filter(command -> command.body() instanceof Inquiry).findFirst();
        if (inquiry.isPresent()) {
            return CompletableFuture.completedFuture(new CompletedCommand<>(ask.context(), remembered(inquiry.get())));
        }
        dispatched.addAll(ask.commands());
        Outcome result = ask.commands().isEmpty() ? Outcome.accepted() : outcome;
        Body first = ask.commands().stream().map(Command::body).findFirst().orElse(null);
        if (!late && result.isAccepted() && first instanceof AgentCommand.StartSession start) {
            bind(start);
        }
        return CompletableFuture.completedFuture(new CompletedCommand<>(ask.context(), result));
    }

    /** As a cell answers that has taken all that was dispatched to it. */
    private Outcome remembered(Command inquiry) {
        return dispatched.stream().filter(sent -> sent.id().equals(inquiry.id()) && sent.target().equals(inquiry.target()))
                .findFirst().map(sent -> sent.digest().equals(inquiry.digest()) ? Outcome.accepted()
                        : Outcome.refused(Reason.CONFLICT, "another")).orElse(Outcome.refused(Reason.UNKNOWN, "none"));
    }

    /** The agent has the session from then on. */
    private void bind(AgentCommand.StartSession start) {
        Agent agent = replicas.agent();
        Agent.Binding binding = start.binding();
        if (agent.binding(binding.id()).isEmpty()) {
            Agent.Session session = new Agent.Session(List.of(binding), start.grace(), start.offerLost(), false);
            replicas = new Replicas(new Agent(Optional.of(session), agent.groups(), agent.channels(), agent.work()),
                    replicas.interactions());
        }
    }

    @Override
    public Feed follow(AgentId agent, Feed.Listener next) {
        listener = next;
        journal.add("follow " + agent);
        return new FakeFeed();
    }

    @Override
    public Feed resume(AgentId agent, Feed.Listener next, long told) {
        journal.add("resume " + agent + " " + told);
        listener = next;
        past.forEach(next::onEvent);
        return new FakeFeed();
    }

    @Override
    public CommandId newId() {
        return new CommandId("new-" + ++ids);
    }

    @Override
    public Instant now() {
        return Sample.NOW;
    }

    @Override
    public String member() {
        return "n1";
    }

    @Override
    public Optional<Duration> offerLost() {
        return Optional.empty();
    }

    private final class FakeFeed implements Feed {
        @Override
        public CompletionStage<Void> ready() {
            return ready;
        }

        @Override
        public Replicas now() {
            return replicas;
        }

        @Override
        public CompletionStage<Void> between(Consumer<Snapshot> action) {
            action.accept(new Snapshot(replicas, positions));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void expect(CommandId command) {
            journal.add("expect");
        }

        @Override
        public void answered(CommandId command) {
            journal.add("answered");
        }

        @Override
        public void stop() {
            journal.add("stop");
        }
    }
}
