package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentCommand.StartSession.Mode;
import io.patchbay.model.AgentId;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.Recorded;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request that comes to several commands, on a grid of two members. */
class GridCommandGatewayTest {
    private static TwoMembers grid;
    private static CommandGateway gateway;

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        gateway = grid.commandGateway();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private static CompletedCommand<String> answered(List<Command> commands) throws Exception {
        return gateway.dispatch(new PendingCommand<>("asked", commands)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Signs in, adds a voice channel, activates it: the last names what the second makes. @param added the medium of the channel */
    private static List<Command> signIn(AgentId agent, CommandId id, Medium added) {
        Command first = Command.of(id, Instant.now(), Subject.of(agent), new AgentCommand.StartSession(
                new Agent.Binding(new SessionId("s-" + agent), "test", "m1", true), Duration.ofSeconds(60), Optional.empty(),
                Mode.EXCLUSIVE), "digest");
        Command second = first.followedBy(1, Subject.of(agent), new AgentCommand.AddChannel(added, "5001", List.of()));
        ChannelId voice = Ids.channel(Ids.further(id, 1), Medium.VOICE);
        Command third = first.followedBy(2, Subject.of(agent),
                new AgentCommand.ActivateChannels(List.of(new Serving(voice, List.of())), false));
        Command fourth = first.followedBy(3, Subject.of(agent), new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        return List.of(first, second, third, fourth);
    }

    private static CommandId fresh() {
        return new CommandId(UUID.randomUUID().toString());
    }

    private static Agent state(AgentId agent) throws Exception {
        return grid.second.lookup().state(Subject.of(agent)).toCompletableFuture().get(20, TimeUnit.SECONDS)
                .map(Agent.class::cast).orElseThrow();
    }

    private static List<Recorded> events(AgentId agent) throws Exception {
        return grid.second.lookup().latest(Subject.of(agent)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void each_is_given_when_the_one_before_was_accepted() throws Exception {
        AgentId una = new AgentId("una");
        CommandId id = fresh();
        CompletedCommand<String> answered = answered(signIn(una, id, Medium.VOICE));
        assertThat(answered.outcomes()).hasSize(4).allMatch(Outcome::isAccepted);
        assertThat(answered.outcome().isAccepted()).isTrue();
        assertThat(answered.context()).isEqualTo("asked");
        assertThat(state(una).channels()).extracting(Channel::isActive).containsExactly(true, false);
        assertThat(events(una)).extracting(Recorded::correlation).containsOnly(id);
    }

    @Test
    void a_repeat_makes_the_same_ids_and_changes_nothing() throws Exception {
        AgentId vera = new AgentId("vera");
        List<Command> commands = signIn(vera, fresh(), Medium.VOICE);
        answered(commands);
        Agent before = state(vera);
        assertThat(answered(commands).outcomes()).hasSize(4).allMatch(Outcome::isAccepted);
        assertThat(state(vera)).isEqualTo(before);
        assertThat(commands).extracting(Command::id).doesNotHaveDuplicates();
    }

    @Test
    void the_first_refusal_ends_it_and_what_was_done_stays_done() throws Exception {
        AgentId wim = new AgentId("wim");
        CompletedCommand<String> answered = answered(signIn(wim, fresh(), Medium.SMS));
        assertThat(answered.outcomes()).extracting(Outcome::isAccepted).containsExactly(true, true, false);
        assertThat(answered.outcome()).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN));
        assertThat(state(wim).channels()).extracting(Channel::medium).containsExactly(Medium.SMS);
    }

    @Test
    void one_alone_and_none_are_answered_as_ever() throws Exception {
        assertThat(answered(List.of()).outcome().isAccepted()).isTrue();
        Command end = Command.of(fresh(), Instant.now(), Subject.of(new AgentId("nobody")), new AgentCommand.EndSession(Cause.LOGOUT));
        CompletedCommand<String> refused = gateway.dispatch(new PendingCommand<>("asked", Optional.of(end))).toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertThat(refused.outcomes()).hasSize(1);
        assertThat(refused.outcome().isAccepted()).isFalse();
    }

    @Test
    void they_reach_the_cells_in_their_order() throws Exception {
        AgentId xena = new AgentId("xena");
        answered(signIn(xena, fresh(), Medium.VOICE));
        List<String> names = new ArrayList<>();
        events(xena).forEach(event -> names.add(event.event().name()));
        assertThat(names).containsExactly("agent.sessionStarted", "agent.channelAdded", "agent.channelStateChanged", "agent.channelAdded");
    }
}
