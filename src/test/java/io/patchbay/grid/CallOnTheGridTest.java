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
import io.patchbay.model.Terms;
import io.patchbay.model.VoiceCommand;
import io.patchbay.testing.Broker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallOnTheGridTest {
    @RegisterExtension
    static final Broker broker = new Broker();
    private static final Terms TERMS = new Terms(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(1));

    @Test
    void a_customer_reaches_the_agent_who_is_ready_and_hears_her_answer() throws Exception {
        try (Cluster cluster = Cluster.of(1, broker.bootstrap())) {
            talk(cluster.member(0));
        }
    }

    @Test
    void so_it_goes_on_two_members() throws Exception {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            talk(cluster.member(1));
        }
    }

    private static void talk(Grid grid) throws Exception {
        String name = "ana" + UUID.randomUUID().toString().substring(0, 8);
        AgentId ana = new AgentId(name);
        QueueName sales = new QueueName("sales-" + name);
        Subject agent = Subject.of(ana);
        take(grid, agent, new AgentCommand.StartSession(new SessionId("s1"), "test", "m1", false, Duration.ofSeconds(60)));
        take(grid, agent, new AgentCommand.AddChannelGroup("5001", List.of(Medium.VOICE), List.of(sales)));
        ChannelId channel = ((Agent) grid.cell(agent).state()).channels().get(0).id();
        take(grid, agent, new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(channel, List.of())), false));
        take(grid, agent, new AgentCommand.SetPresence(channel, Presence.READY));
        CommandId arrival = new CommandId("arrival-" + name);
        InteractionId i = Ids.interaction(arrival);
        CallId k = Ids.call(arrival);
        assertThat(take(grid, arrival, Subject.of(i), new PlatformCommand.ContactArrived(Medium.VOICE, new Address("+15551234"),
                new Destination.ToQueue(sales, new Address("6001"), true), Map.of(), TERMS)).isAccepted()).isTrue();

        await().until(() -> state(grid, i).callsOf(ana).stream().anyMatch(c -> c.of(ana).get().is(Connection.State.ALERTING)));
        take(grid, Subject.of(i), new VoiceCommand.Answer(ana, k));
        await().until(() -> ((Agent) grid.cell(agent).state()).channels().get(0).presence().equals(Presence.BUSY));

        assertThat(state(grid, i).owner()).contains(ana);
        assertThat(broker.awaitRecords("cti.interactions", i.value(), 5))
                .extracting(r -> new String(r.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .containsExactly("cti.interaction.created.v1", "cti.call.originated.v1", "cti.interaction.queued.v1",
                        "cti.call.delivered.v1", "cti.call.established.v1");
    }

    private static Interaction state(Grid grid, InteractionId id) {
        return (Interaction) grid.cell(Subject.of(id)).state();
    }

    private static Outcome take(Grid grid, Subject subject, Body body) throws Exception {
        return take(grid, new CommandId(UUID.randomUUID().toString()), subject, body);
    }

    private static Outcome take(Grid grid, CommandId id, Subject subject, Body body) throws Exception {
        Outcome outcome = grid.dispatch(Command.of(id, Instant.now(), subject, body)).toCompletableFuture().get();
        assertThat(outcome.isAccepted()).as("%s: %s", body, outcome).isTrue();
        return outcome;
    }
}
