package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.GRACE;
import static io.patchbay.rules.agent.AgentStory.LOST;
import static io.patchbay.rules.agent.AgentStory.S1;
import static io.patchbay.rules.agent.AgentStory.S2;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Action;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentCommand.StartSession;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.FollowUp;
import io.patchbay.model.GroupId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.agent.Idleness.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What holds after whatever an agent, its queues and its interactions ask for. */
class AgentPropertiesTest {
    private static final Subject SELF = Subject.of(ANA);
    private final AgentRules rules = new AgentRules();

    @Property(tries = 500)
    void every_event_leaves_a_legal_state_and_queues_know_of_it(@ForAll @Size(max = 60) List<Integer> moves) {
        Agent agent = rules.initial();
        Map<Service, Instant> told = new HashMap<>();
        for (int n = 0; n < moves.size(); n++) {
            for (AgentEvent event : decide(agent, Moves.command(agent, moves.get(n)), n).events()) {
                Agent before = agent;
                agent = rules.evolve(before, event, Scenario.second(n));
                AgentInvariants.hold(agent);
                rules.react(before, event, agent, SELF).forEach(f -> hear(f, told));
                assertThat(told).isEqualTo(Idleness.of(agent));
            }
        }
    }

    @Property(tries = 300)
    void every_lost_client_comes_back_in_time_or_is_gone(@ForAll @Size(max = 60) List<Integer> moves) {
        Agent agent = after(moves);
        for (int n = 0; !rules.deadlines(agent).isEmpty(); n++) {
            assertThat(n).as("deadlines of %s", agent).isLessThan(4);
            String first = rules.deadlines(agent).keySet().iterator().next();
            for (AgentEvent event : decide(agent, new AgentCommand.DeadlinePassed(first), 1000 + n).events()) {
                agent = rules.evolve(agent, event, Scenario.second(n));
            }
        }
        agent.session().ifPresent(session -> assertThat(session.bindings()).isNotEmpty().noneMatch(Agent.Binding::lost));
    }

    @Property(tries = 300)
    void what_is_shown_is_what_is_accepted(@ForAll @Size(max = 60) List<Integer> moves) {
        Agent agent = after(moves);

        assertThat(AgentActions.ofSession(agent).contains(Action.END_SESSION)).isEqualTo(accepts(agent, AgentStory.logout()));
        for (Agent.Group group : agent.groups()) {
            assertThat(AgentActions.ofGroup(agent, group.id())).isEqualTo(accepted(groupActions(agent, group.id()), agent));
        }
        for (Channel channel : agent.channels()) {
            assertThat(AgentActions.ofChannel(agent, channel.id())).isEqualTo(accepted(channelActions(channel.id()), agent));
        }
    }

    @Property(tries = 300)
    void who_is_idle_is_who_takes_an_offer(@ForAll @Size(max = 60) List<Integer> moves) {
        Agent agent = after(moves);
        InteractionId fresh = new InteractionId("F000000000000001");

        for (QueueName queue : List.of(SALES, SUPPORT)) {
            for (Medium medium : Medium.values()) {
                assertThat(accepts(agent, AgentStory.offer(fresh, medium, queue)))
                        .isEqualTo(Idleness.of(agent).containsKey(new Service(queue, medium)));
            }
        }
    }

    @Property(tries = 300)
    void a_direct_call_never_rings_where_do_not_disturb_or_forwarding_is_on(@ForAll @Size(max = 60) List<Integer> moves) {
        Agent agent = after(moves);
        for (String extension : List.of("5001", "5091")) {
            Address called = new Address(extension);
            List<AgentEvent> events = decide(agent, AgentStory.called(new InteractionId("F000000000000001"), called), 1000).events();
            Agent.Device set = agent.device(called);
            assertThat(events).hasSizeLessThan(2).allSatisfy(event -> {
                assertThat(event instanceof DeviceEvent.CallForwarded).isEqualTo(set.forwarding().isPresent());
                assertThat(set.forwarding().isPresent() || !set.doNotDisturb()).isTrue();
            });
            assertThat(set.forwarding().isPresent() && events.isEmpty()).isFalse();
        }
    }

    private static Map<Action, AgentCommand> channelActions(ChannelId channel) {
        return Map.of(
                Action.ACTIVATE_CHANNEL, AgentStory.activate(channel), Action.DEACTIVATE_CHANNEL, AgentStory.deactivate(channel),
                Action.SET_READY, AgentStory.wish(channel, Presence.READY),
                Action.SET_NOT_READY, AgentStory.wish(channel, Presence.NOT_READY),
                Action.MAKE_CALL, AgentStory.dial(channel));
    }

    private static Map<Action, AgentCommand> groupActions(Agent agent, GroupId group) {
        List<Serving> all = agent.channelsOf(group).stream().map(c -> new Serving(c.id(), List.of())).toList();
        return Map.of(Action.ACTIVATE_ALL, new AgentCommand.ActivateChannels(all, true),
                Action.DEACTIVATE_ALL, new AgentCommand.DeactivateChannels(all, true, Optional.empty()));
    }

    private Set<Action> accepted(Map<Action, AgentCommand> commands, Agent agent) {
        Map<Action, AgentCommand> left = new HashMap<>(commands);
        left.values().removeIf(c -> !accepts(agent, c));
        return left.keySet();
    }

    private boolean accepts(Agent agent, AgentCommand command) {
        return decide(agent, command, 1000).outcome().isAccepted();
    }

    private Agent after(List<Integer> moves) {
        Agent agent = rules.initial();
        for (int n = 0; n < moves.size(); n++) {
            for (AgentEvent event : decide(agent, Moves.command(agent, moves.get(n)), n).events()) {
                agent = rules.evolve(agent, event, Scenario.second(n));
            }
        }
        return agent;
    }

    private Decision<AgentEvent> decide(Agent agent, AgentCommand command, int n) {
        return rules.decide(agent, command, new Stamp(Scenario.id(n), Scenario.second(n), SELF));
    }

    private static void hear(FollowUp followUp, Map<Service, Instant> told) {
        if (followUp.body() instanceof QueueCommand.AgentIdle idle) {
            told.put(new Service(followUp.target().queue(), idle.medium()), idle.since());
        } else if (followUp.body() instanceof QueueCommand.AgentNotIdle gone) {
            assertThat(told.remove(new Service(followUp.target().queue(), gone.medium()))).as("was told before").isNotNull();
        }
    }

    /** Turns numbers into commands that have a chance in the state at hand. */
    private static final class Moves {
        private static final List<QueueName> QUEUES = List.of(SALES, SUPPORT);
        private static final List<Address> EXTENSIONS = List.of(new Address("5001"), new Address("5091"));

        private final Agent agent;
        private int number;

        private Moves(Agent agent, int number) {
            this.agent = agent;
            this.number = number & Integer.MAX_VALUE;
        }

        static AgentCommand command(Agent agent, int number) {
            Moves moves = new Moves(agent, number);
            return agent.isSignedIn() ? moves.any() : AgentStory.start(S1, "harmony", false);
        }

        private AgentCommand any() {
            return switch (pick(27)) {
                case 0 -> pick(4) == 0 ? AgentStory.logout() : new AgentCommand.LoseBinding(client(), pick(8) == 0);
                case 1 -> start();
                case 2 -> new AgentCommand.DeadlinePassed(pick(2) == 0 ? "grace:s1" : "lost:" + client());
                case 3, 4 -> AgentStory.add(pick(2) == 0 ? Medium.VOICE : Medium.CHAT);
                case 5 -> new AgentCommand.AddChannelGroup("5091", List.of(Medium.VOICE, Medium.EMAIL), QUEUES);
                case 6 -> pick(3) == 0 ? new AgentCommand.RemoveChannel(channel()) : AgentStory.dial(channel());
                case 7 -> agent.groups().isEmpty() ? AgentStory.dial(channel())
                        : new AgentCommand.RemoveChannelGroup(agent.groups().get(0).id());
                case 8, 9 -> AgentStory.activate(channel());
                case 10 -> pick(2) == 0 ? AgentStory.deactivate(channel(), QUEUES.get(pick(2))) : AgentStory.activate(channel(), SALES);
                case 11, 12, 13 -> AgentStory.wish(channel(), Presence.READY);
                case 14 -> AgentStory.wish(channel(), pick(2) == 0 ? Presence.NOT_READY : Presence.AFTER_CALL_WORK);
                case 15, 16 -> AgentStory.offer(interaction(), Medium.values()[pick(5)], QUEUES.get(pick(2)));
                case 17 -> pick(2) == 0 ? AgentStory.direct(interaction(), Medium.values()[pick(5)])
                        : AgentStory.called(interaction(), EXTENSIONS.get(pick(2)));
                case 18, 19 -> on(AgentStory::taken);
                case 20, 21 -> on(AgentStory::over);
                case 22 -> on(AgentStory::withdrawn);
                case 23, 24 -> new DeviceCommand.SetDoNotDisturb(EXTENSIONS.get(pick(2)), pick(2) == 0, Optional.empty());
                case 25 -> new DeviceCommand.SetForwarding(EXTENSIONS.get(pick(2)), pick(2) == 0 ? Optional.of(AgentStory.BEN)
                        : Optional.empty(), Optional.empty());
                default -> on(AgentStory::completed);
            };
        }

        private SessionId client() {
            return List.of(S1, S2, AgentStory.S3).get(pick(3));
        }

        /** S3 shares with others of its dialect and completes nothing. */
        private AgentCommand start() {
            SessionId client = client();
            return client.equals(AgentStory.S3)
                    ? new AgentCommand.StartSession(AgentStory.client(client, "acqueon"), GRACE, LOST, StartSession.Mode.SHARED)
                    : AgentStory.start(client, "harmony", pick(2) == 0);
        }

        /** A follow-up of an interaction, mostly one the agent has. */
        private AgentCommand on(BiFunction<InteractionId, ChannelId, AgentCommand> command) {
            InteractionId interaction = interaction();
            return command.apply(interaction, agent.work(interaction).map(Agent.Work::channel).orElseGet(this::channel));
        }

        private int pick(int bound) {
            int picked = number % bound;
            number /= bound;
            return picked;
        }

        private ChannelId channel() {
            return agent.channels().isEmpty() ? new ChannelId("nowhere") : agent.channels().get(pick(agent.channels().size())).id();
        }

        private InteractionId interaction() {
            int known = agent.work().size();
            return pick(2) == 0 && known > 0 ? agent.work().get(pick(known)).interaction() : new InteractionId("I00000000000000" + pick(8));
        }
    }
}
