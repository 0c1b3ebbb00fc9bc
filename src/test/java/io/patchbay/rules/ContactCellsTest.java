package io.patchbay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Call;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import io.patchbay.rules.agent.AgentInvariants;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** {@link CellsTest} for contacts that are no calls: agents, two queues and chats, messages and mails, whatever order things arrive in. */
class ContactCellsTest {
    private static final List<QueueName> QUEUES = List.of(new QueueName("sales"), new QueueName("support"));
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final List<AgentId> AGENTS = List.of(new AgentId("ana"), new AgentId("ben"), new AgentId("caro"));
    private static final List<Medium> MEDIA = List.of(Medium.CHAT, Medium.SMS, Medium.EMAIL);

    private Cells cells;

    @Property(tries = 500)
    void in_the_end_all_cells_tell_the_same_story(@ForAll("plays") List<Integer> moves) {
        cells = new Cells((subject, state) -> {
            if (state instanceof Agent agent) {
                AgentInvariants.hold(agent);
            } else if (state instanceof Interaction interaction) {
                isLegal(interaction);
            }
        });
        AGENTS.forEach(this::comeToWork);
        moves.forEach(this::move);
        OneStory.comesOut(cells, moves.isEmpty() ? 0 : moves.get(0));
        cells.all(Interaction.class).forEach((subject, interaction) -> {
            waitsWhereItSays(subject, interaction);
            isSettled(interaction);
        });
    }

    /** Even in all their digits, which say who does what to whom. */
    @Provide
    Arbitrary<List<Integer>> plays() {
        return Arbitraries.integers().between(0, 1 << 30).withDistribution(RandomDistribution.uniform()).withoutEdgeCases()
                .list().ofMinSize(60).ofMaxSize(250);
    }

    /** After every event, so that each prefix of a step is a state to go on from. */
    private static void isLegal(Interaction state) {
        List<LogEntry> log = state.messaging().log();
        assertThat(log.stream().map(LogEntry::index)).isSorted().doesNotHaveDuplicates();
        assertThat(log.isEmpty() || log.get(log.size() - 1).index() <= state.messaging().last()).isTrue();
        assertThat(state.messaging().participants().stream().flatMap(p -> p.agent().stream())).doesNotHaveDuplicates();
        assertThat(state.messaging().invitations().stream().filter(i -> i.offered()).flatMap(i -> i.agent().stream()))
                .containsExactlyInAnyOrderElementsOf(agents(state, Interaction.Member.Phase.OFFERED));
        assertThat(state.members()).as("who is beside an agent: %s", state).allMatch(m -> m.watched().isEmpty() || isBeside(state, m));
        assertThat(agents(state, Interaction.Member.Phase.ACTIVE)).as("who takes part, or has just accepted")
                .containsAll(state.messaging().participants().stream().flatMap(p -> p.agent().stream()).toList());
        boolean over = state.phase() == Interaction.Phase.ENDED;
        assertThat(over && !state.messaging().participants().isEmpty()).as("ended with somebody there").isFalse();
    }

    /** A supervisor who does not serve the customer. */
    private static boolean isBeside(Interaction state, Interaction.Member supervisor) {
        boolean unseen = state.messaging().of(supervisor.agent()).filter(p -> !p.isCoach()).isEmpty();
        return unseen && (supervisor.is(Interaction.Member.Phase.ENDED)
                || state.member(supervisor.watched().orElseThrow()).filter(Interaction.Member::serves).isPresent());
    }

    /** Between two commands. */
    private static void isSettled(Interaction state) {
        List<AgentId> active = state.members().stream().filter(Interaction.Member::serves).map(Interaction.Member::agent).toList();
        assertThat(state.messaging().participants().stream().filter(p -> !p.isCoach()).flatMap(p -> p.agent().stream()))
                .hasSameElementsAs(active);
        assertThat(state.isLive()).as("live while somebody is there: %s", state)
                .isEqualTo(!state.messaging().participants().isEmpty());
        if (!active.isEmpty()) {
            assertThat(state.messaging().agents(Visibility.ALL)).as("the customer sees one at least: %s", state).isNotEmpty();
            assertThat(state.owner()).as("owned by one that is there: %s", state).hasValueSatisfying(o -> assertThat(active).contains(o));
        }
    }

    private void waitsWhereItSays(Subject subject, Interaction state) {
        Set<QueueName> has = new HashSet<>();
        cells.all(Queue.class).forEach((queue, held) -> held.contact(subject.interaction()).ifPresent(contact -> {
            has.add(queue.queue());
            assertThat(contact.offeredTo()).as("%s offers what it says it does: %s", queue, state)
                    .isEqualTo(state.messaging().invitations().stream().filter(i -> i.offered() && i.queue().isPresent())
                            .flatMap(i -> i.agent().stream()).findFirst());
        }));
        Set<QueueName> says = new HashSet<>();
        boolean served = !agents(state, Interaction.Member.Phase.ACTIVE).isEmpty();
        boolean asked = state.messaging().invitations().stream().anyMatch(i -> i.queue().isEmpty() || i.by().isPresent());
        if (state.isLive() && state.messaging().customer().isPresent() && !served && !asked) {
            state.queue().ifPresent(q -> says.add(q.queue()));
        }
        state.asking().ifPresent(q -> says.add(q.queue()));
        assertThat(has).as("%s", state).isEqualTo(says);
    }

    private static List<AgentId> agents(Interaction state, Interaction.Member.Phase phase) {
        return state.members().stream().filter(m -> m.is(phase)).map(Interaction.Member::agent).toList();
    }

    private void comeToWork(AgentId agent) {
        Subject self = Subject.of(agent);
        cells.send(self, new AgentCommand.StartSession(new Agent.Binding(new SessionId("s"), "harmony", "m1", true),
                Duration.ofSeconds(60), Optional.of(Duration.ofSeconds(5)), AgentCommand.StartSession.Mode.EXCLUSIVE));
        cells.send(self, new AgentCommand.AddChannelGroup(extension(agent).value(), List.of(Medium.CHAT, Medium.EMAIL), QUEUES));
        cells.all(Agent.class).get(self).channels().forEach(channel -> {
            cells.send(self, new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(channel.id(), List.of())), false));
            cells.send(self, new AgentCommand.SetPresence(channel.id(), Presence.READY));
        });
    }

    private void move(int n) {
        int rest = n / 32;
        AgentId agent = AGENTS.get(rest % AGENTS.size());
        switch (n % 32) {
            case 0, 1 -> arrives(MEDIA.get(rest % MEDIA.size()), somewhere(rest / 3));
            case 2 -> cells.pass(rest);
            case 3 -> customer(rest);
            case 4 -> session(agent, rest / 3);
            case 5 -> wish(agent, rest / 3);
            case 6, 7, 8, 9, 10, 11, 12, 13 -> worksOn(agent, rest / 3);
            default -> IntStream.range(0, 3).forEach(i -> cells.deliver(rest + i));
        }
    }

    private void arrives(Medium medium, Destination to) {
        Subject interaction = Subject.of(Ids.interaction(cells.next()));
        cells.send(interaction, new PlatformCommand.SessionRequested(medium, "Pat", Optional.of(new Address("+15551234")), to,
                Optional.of("Hello"), Map.of(), TERMS));
    }

    private void customer(int pick) {
        List<Subject> all = List.copyOf(cells.all(Interaction.class).keySet());
        if (!all.isEmpty()) {
            cells.send(all.get(pick % all.size()), switch (pick / 16 % 3) {
                case 0 -> new PlatformCommand.CustomerLeaves();
                case 1 -> new PlatformCommand.CustomerTypes(true);
                default -> new PlatformCommand.CustomerWrites("Well?");
            });
        }
    }

    private void session(AgentId agent, int pick) {
        if (cells.all(Agent.class).get(Subject.of(agent)).isSignedIn()) {
            cells.send(Subject.of(agent), pick % 2 == 0 ? new AgentCommand.EndSession(Cause.LOGOUT)
                    : new AgentCommand.LoseBinding(new SessionId("s")));
        } else {
            comeToWork(agent);
        }
    }

    private void wish(AgentId agent, int pick) {
        cells.all(Agent.class).get(Subject.of(agent)).channels().stream().skip(pick % 2).findFirst().ifPresent(channel ->
                cells.send(Subject.of(agent), new AgentCommand.SetPresence(channel.id(),
                        pick / 2 % 3 == 0 ? Presence.NOT_READY : Presence.READY)));
    }

    private void worksOn(AgentId agent, int pick) {
        List<Agent.Work> work = cells.all(Agent.class).get(Subject.of(agent)).work();
        if (!work.isEmpty()) {
            cells.send(Subject.of(work.get(pick % work.size()).interaction()), act(agent, pick / 8 % 16, pick / 128));
        }
    }

    private Body act(AgentId agent, int kind, int rest) {
        return switch (kind) {
            case 0 -> new DataCommand.Reject(agent);
            case 1 -> new DataCommand.Complete(agent);
            case 2, 3 -> new MessagingCommand.ConsultInContact(agent, somewhere(rest));
            case 4 -> new MessagingCommand.InviteToContact(agent, somewhere(rest));
            case 5 -> new MessagingCommand.ConferenceInContact(agent);
            case 6, 7 -> new MessagingCommand.TransferContact(agent, somewhere(rest));
            case 8 -> new MessagingCommand.LeaveContact(agent);
            case 9 -> new MessagingCommand.EndContact(agent);
            case 11 -> new MessagingCommand.JoinContact(AGENTS.get(rest % AGENTS.size()), agent,
                    Call.Monitoring.Mode.values()[rest / 4 % 3]);
            case 10 -> new MessagingCommand.SendMessage(agent, LogEntry.Kind.TEXT, "Hm.",
                    rest % 2 == 0 ? Visibility.ALL : Visibility.AGENTS);
            default -> new DataCommand.Accept(agent);
        };
    }

    private static Destination somewhere(int pick) {
        if (pick % 3 == 0) {
            QueueName queue = QUEUES.get(pick / 3 % QUEUES.size());
            return new Destination.ToQueue(queue, new Address("600" + (QUEUES.indexOf(queue) + 1)), pick % 2 == 0);
        }
        AgentId agent = AGENTS.get(pick / 3 % AGENTS.size());
        return new Destination.Extension(agent, extension(agent));
    }

    private static Address extension(AgentId agent) {
        return new Address("500" + (AGENTS.indexOf(agent) + 1));
    }
}
