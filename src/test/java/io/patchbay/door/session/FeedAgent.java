package io.patchbay.door.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Snapshot;
import io.patchbay.door.TwoMembers;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand.StartSession;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One agent of a grid with the feeds of a dialect that shares a binding at each member. */
final class FeedAgent {
    final AgentId id = new AgentId("agent-" + UUID.randomUUID());
    final AgentEntry entry = new AgentEntry(id, id.value(), id.value(), AgentEntry.Role.AGENT, List.of(), List.of(), List.of(), List.of());
    private final TwoMembers grid;
    private final CommandGateway gateway;

    FeedAgent(TwoMembers grid, CommandGateway gateway) {
        this.grid = grid;
        this.gateway = gateway;
    }

    /** The name of each event, and {@code all} for the whole state. */
    private record EventNames(Consumer<String> seen) implements SessionEncoder<String> {
        @Override
        public List<String> all(Snapshot now, Instant at) {
            return List.of("all");
        }

        @Override
        public List<String> step(Delivery step) {
            String name = step.recorded().event().name().replace("agent.", "");
            seen.accept(name);
            return List.of(name);
        }
    }

    static AgentFeeds<String> feeds(CommandGateway gateway, Duration idle) {
        return feeds(gateway, idle, name -> { });
    }

    /** @param seen gets each event that an encoder gets */
    static AgentFeeds<String> feeds(CommandGateway gateway, Duration idle, Consumer<String> seen) {
        return new AgentFeeds<>(gateway, new SessionPolicy("test", Exclusivity.SHARED, false, Duration.ofMinutes(1),
                SessionPolicy.Replies.BEFORE_EVENTS), one -> new EventNames(seen), idle, Duration.ofSeconds(10));
    }

    static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    Outcome give(Command command) throws Exception {
        return now(gateway.dispatch(new PendingCommand<>("test", Optional.of(command)))).outcome();
    }

    Command command(Body body) {
        return Command.of(gateway.newId(), gateway.now(), Subject.of(id), body);
    }

    void signsIn(AgentFeeds<String> at) throws Exception {
        assertThat(give(at.start(id).command()).isAccepted()).isTrue();
    }

    /** Through another dialect, with a binding of its own. */
    void signsInElsewhere() throws Exception {
        give(command(new StartSession(new Agent.Binding(new SessionId("elsewhere"), "other", "m1", true), Duration.ofMinutes(1),
                Optional.empty(), StartSession.Mode.EXCLUSIVE)));
    }

    Agent state() {
        try {
            return now(grid.second.lookup().state(Subject.of(id))).map(Agent.class::cast).orElse(Agent.SIGNED_OUT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code member} or {@code member lost} of each binding. */
    List<String> bindings() {
        return state().session().stream().flatMap(session -> session.bindings().stream())
                .map(one -> one.dialect() + " " + one.member() + (one.lost() ? " lost" : "")).toList();
    }

    void done(AgentFeed<String> feed, Body body) throws Exception {
        Command command = command(body);
        feed.expect(command);
        assertThat(give(command)).isEqualTo(Outcome.accepted());
    }
}
