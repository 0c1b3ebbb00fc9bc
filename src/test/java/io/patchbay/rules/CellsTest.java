package io.patchbay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.agent.AgentInvariants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Agents, a queue and interactions together: whatever order things arrive in, in the end all cells tell the same story. */
class CellsTest {
    private static final QueueName SALES = new QueueName("sales");
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final List<AgentId> AGENTS = List.of(new AgentId("ana"), new AgentId("ben"), new AgentId("caro"));

    private static final AgentId NEVER_COMPLETES = AGENTS.get(2);

    private Cells cells;

    /** Evenly drawn: by themselves numbers would cluster around zero, and most moves would be of one kind. */
    @Provide
    Arbitrary<List<Integer>> moves() {
        return Arbitraries.integers().between(0, 1 << 30).withDistribution(RandomDistribution.uniform()).withoutEdgeCases()
                .list().ofMaxSize(160);
    }

    @Property(tries = 500)
    void in_the_end_all_cells_tell_the_same_story(@ForAll("moves") List<Integer> moves) {
        cells = new Cells((subject, state) -> {
            if (state instanceof Agent agent) {
                AgentInvariants.hold(agent);
            }
        });
        AGENTS.forEach(this::comeToWork);
        moves.forEach(this::move);
        OneStory.comesOut(cells, moves.isEmpty() ? 0 : moves.get(0));
        cells.all(Agent.class).values().forEach(AgentInvariants::atRest);
        cells.all(Queue.class).forEach((subject, queue) -> assertThat(queue.contacts()).allSatisfy(this::waitsAsItsInteractionSays));
    }

    @Property(tries = 200)
    void nothing_waits_for_who_is_absent(@ForAll("moves") List<Integer> moves) {
        cells = new Cells((subject, state) -> { });
        AGENTS.forEach(this::comeToWork);
        moves.forEach(this::move);
        OneStory.comesOut(cells, 0);
        AGENTS.forEach(agent -> cells.send(Subject.of(agent), new AgentCommand.DeadlinePassed("absent:s")));
        OneStory.comesOut(cells, 0);

        cells.all(Agent.class).values().stream().filter(Agent::isAbsent)
                .forEach(agent -> assertThat(agent.work()).noneMatch(work -> work.phase() == Work.Phase.RESERVED));
        cells.all(Queue.class).forEach((subject, queue) -> assertThat(queue.contacts()).flatExtracting(c -> c.offeredTo().stream().toList())
                .noneMatch(agent -> cells.all(Agent.class).get(Subject.of(agent)).isAbsent()));
    }

    private void waitsAsItsInteractionSays(Queue.Contact contact) {
        Interaction interaction = cells.all(Interaction.class).get(Subject.of(contact.interaction()));
        assertThat(interaction.queueing().orElseThrow().waiting()).isEqualTo(contact.offeredTo().isEmpty());
        assertThat(interaction.calls().stream().filter(call -> call.isQueued())
                .flatMap(call -> call.in(Connection.State.ALERTING)).flatMap(leg -> leg.agent().stream()))
                .isEqualTo(contact.offeredTo().stream().toList());
    }

    private void comeToWork(AgentId agent) {
        Subject self = Subject.of(agent);
        cells.send(self, signIn(agent));
        cells.send(self, new AgentCommand.AddChannel(Medium.VOICE, extension(agent).value(), List.of(SALES)));
        ChannelId voice = cells.all(Agent.class).get(self).channels().get(0).id();
        cells.send(self, new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(voice, List.of())), false));
        cells.send(self, new AgentCommand.SetPresence(voice, Presence.READY));
    }

    private static AgentCommand signIn(AgentId agent) {
        return new AgentCommand.StartSession(new Agent.Binding(new SessionId("s"), "harmony", "m1", !agent.equals(NEVER_COMPLETES)),
                Duration.ofSeconds(60), Optional.of(Duration.ofSeconds(5)), AgentCommand.StartSession.Mode.EXCLUSIVE);
    }

    private void move(int n) {
        int rest = n / 16;
        AgentId agent = AGENTS.get(rest % AGENTS.size());
        switch (n % 16) {
            case 0 -> arrives(new Destination.ToQueue(SALES, new Address("6001"), rest % 2 == 0));
            case 1 -> arrives(new Destination.Extension(agent, extension(agent)));
            case 2 -> cells.pass(rest);
            case 3 -> customerLeaves(rest);
            case 4 -> session(agent, rest / 3);
            case 5, 6 -> wish(agent, rest / 3);
            case 7, 8, 9 -> worksOn(agent, rest / 3);
            default -> cells.deliver(rest);
        }
    }

    private void arrives(Destination to) {
        Subject interaction = Subject.of(Ids.interaction(cells.next()));
        cells.send(interaction, new PlatformCommand.ContactArrived(Medium.VOICE, new Address("+15551234"), to, Map.of(), TERMS));
    }

    private void customerLeaves(int pick) {
        List<Subject> all = List.copyOf(cells.all(Interaction.class).keySet());
        if (!all.isEmpty()) {
            Subject one = all.get(pick % all.size());
            cells.all(Interaction.class).get(one).calls().stream().findFirst().ifPresent(call -> cells.send(one,
                    new PlatformCommand.FarEndActs(call.id(), call.from(), PlatformCommand.FarEndActs.Action.HANG_UP)));
        }
    }

    private void session(AgentId agent, int pick) {
        Agent now = cells.all(Agent.class).get(Subject.of(agent));
        if (!now.isSignedIn()) {
            comeToWork(agent);
        } else if (now.isAbsent() && pick % 3 > 0) {
            cells.send(Subject.of(agent), signIn(agent));
        } else {
            cells.send(Subject.of(agent), pick % 4 == 0 ? new AgentCommand.EndSession(Cause.LOGOUT)
                    : new AgentCommand.LoseBinding(new SessionId("s")));
        }
    }

    private void wish(AgentId agent, int pick) {
        AgentId other = AGENTS.get(pick / 8 % AGENTS.size());
        cells.all(Agent.class).get(Subject.of(agent)).channels().stream().findFirst().ifPresent(channel ->
                cells.send(Subject.of(agent), switch (pick % 8) {
                    case 0, 4 -> new AgentCommand.SetPresence(channel.id(), Presence.NOT_READY);
                    case 2 -> new DeviceCommand.SetDoNotDisturb(extension(agent), pick / 8 % 2 == 0, Optional.empty());
                    case 3 -> new DeviceCommand.SetForwarding(extension(agent), forwarding(other, pick / 24), Optional.empty());
                    case 1, 5 -> new AgentCommand.MakeCall(channel.id(), agent, new Destination.Extension(other, extension(other)), TERMS);
                    default -> new AgentCommand.SetPresence(channel.id(), Presence.READY);
                }));
    }

    private void worksOn(AgentId agent, int pick) {
        List<Work> work = cells.all(Agent.class).get(Subject.of(agent)).work().stream()
                .filter(each -> each.isLive() || !agent.equals(NEVER_COMPLETES)).toList();
        if (!work.isEmpty()) {
            Subject interaction = Subject.of(work.get(pick % work.size()).interaction());
            List<Call> calls = Optional.ofNullable(cells.all(Interaction.class).get(interaction)).map(i -> i.callsOf(agent))
                    .orElse(List.of());
            cells.send(interaction, calls.isEmpty() ? new DataCommand.Complete(agent)
                    : act(agent, calls.get(pick / 16 % calls.size()).id(), pick % 16, pick / 16));
        }
    }

    private static Body act(AgentId agent, CallId call, int kind, int rest) {
        AgentId other = AGENTS.get(rest % AGENTS.size());
        Destination to = rest % 5 == 0 ? new Destination.ToQueue(SALES, new Address("6001"), true)
                : new Destination.Extension(other, extension(other));
        return switch (kind) {
            case 0 -> new DataCommand.Reject(agent);
            case 1, 2 -> new VoiceCommand.ClearConnection(agent, call);
            case 3, 4, 5 -> new TwoCallCommand.ConsultationCall(agent, Call.ConsultFor.EITHER, to);
            case 6 -> new TwoCallCommand.TransferCall(agent, rest % 2 == 0);
            case 7 -> new TwoCallCommand.ConferenceCall(agent);
            case 8 -> new PartyCommand.SingleStepTransfer(agent, call, to);
            case 9 -> new PartyCommand.SingleStepConference(agent, call, to);
            case 10 -> new PartyCommand.MonitorCall(agent, extension(agent), call, other, Call.Monitoring.Mode.SILENT);
            default -> new VoiceCommand.Answer(agent, call);
        };
    }

    private static Optional<Destination> forwarding(AgentId other, int pick) {
        return switch (pick % 4) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Destination.ToQueue(SALES, new Address("6001"), true));
            default -> Optional.of(new Destination.Extension(other, extension(other)));
        };
    }

    private static Address extension(AgentId agent) {
        return new Address("500" + (AGENTS.indexOf(agent) + 1));
    }
}
