package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Does what doors do, without a door. Names are new each time, since the topics of all tests are one. */
final class Driver {
    static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(1));
    private final Grid grid;

    Driver(Grid grid) {
        this.grid = grid;
    }

    static AgentId someone(String name) {
        return new AgentId(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A call that has arrived. */
    record Arrived(InteractionId interaction, CallId call) {
        static Arrived by(CommandId arrival) {
            return new Arrived(Ids.interaction(arrival), Ids.call(arrival));
        }

        Subject subject() {
            return Subject.of(interaction);
        }
    }

    void signIn(AgentId agent, String extension, QueueName queue) {
        Subject subject = Subject.of(agent);
        take(subject, new AgentCommand.StartSession(new Agent.Binding(new SessionId("s-" + agent), "test", "m1", true),
                Duration.ofSeconds(60), Optional.empty(), AgentCommand.StartSession.Mode.EXCLUSIVE));
        take(subject, new AgentCommand.AddChannelGroup(extension, List.of(Medium.VOICE), List.of(queue)));
        take(subject, new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(channel(agent), List.of())), false));
    }

    void ready(AgentId agent) {
        take(Subject.of(agent), new AgentCommand.SetPresence(channel(agent), Presence.READY));
    }

    ChannelId channel(AgentId agent) {
        return agent(agent).channels().get(0).id();
    }

    Arrived arrives(QueueName queue) {
        return arrives(queue, fresh(), TERMS);
    }

    Arrived arrives(QueueName queue, CommandId arrival, ContactPolicy terms) {
        Arrived call = Arrived.by(arrival);
        accepted(arriving(queue, arrival, terms));
        return call;
    }

    CompletableFuture<Outcome> arriving(QueueName queue, CommandId arrival, ContactPolicy terms) {
        return send(arrival, Arrived.by(arrival).subject(), new PlatformCommand.ContactArrived(Medium.VOICE, new Address("+15551234"),
                new Destination.ToQueue(queue, new Address("6001"), true), Map.of(), terms), "");
    }

    Arrived dial(AgentId from, AgentId to, String extension) {
        CommandId dial = fresh();
        accepted(send(dial, Subject.of(from), new AgentCommand.MakeCall(channel(from), from,
                new Destination.Extension(to, new Address(extension)), TERMS), ""));
        InteractionId interaction = Ids.interaction(dial);
        await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(5))
                .until(() -> grid.cell(Subject.of(interaction)) != null);
        Interaction begun = (Interaction) grid.cell(Subject.of(interaction)).state();
        return new Arrived(interaction, begun.calls().get(0).id());
    }

    void awaitLeg(Arrived call, AgentId agent, Connection.State state) {
        try {
            await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(5)).until(() -> grid.cell(call.subject()) != null
                    && interaction(call).callsOf(agent).stream().anyMatch(c -> c.of(agent).orElseThrow().is(state)));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(agent + " has no leg " + state + "; the cells are " + around(call, agent), late);
        }
    }

    private List<Cell> around(Arrived call, AgentId agent) {
        Stream<Subject> queue = interaction(call).queueing().stream().map(q -> Subject.of(q.queue()));
        return Stream.concat(Stream.of(call.subject(), Subject.of(agent)), queue).map(grid::cell).toList();
    }

    void awaitPresence(AgentId agent, Presence presence) {
        await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(5))
                .until(() -> agent(agent).channels().get(0).presence().equals(presence));
    }

    Interaction interaction(Arrived call) {
        return (Interaction) grid.cell(call.subject()).state();
    }

    Agent agent(AgentId agent) {
        return (Agent) grid.cell(Subject.of(agent)).state();
    }

    void take(Subject subject, Body body) {
        accepted(send(fresh(), subject, body, ""));
    }

    CompletableFuture<Outcome> send(CommandId id, Subject subject, Body body, String digest) {
        return grid.dispatch(Command.of(id, Instant.now(), subject, body, digest)).toCompletableFuture();
    }

    static CommandId fresh() {
        return new CommandId(UUID.randomUUID().toString());
    }

    private static void accepted(CompletableFuture<Outcome> outcome) {
        assertThat(outcome).succeedsWithin(Duration.ofSeconds(15)).matches(Outcome::isAccepted, "is accepted");
    }
}
