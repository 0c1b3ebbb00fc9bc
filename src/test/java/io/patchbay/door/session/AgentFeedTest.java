package io.patchbay.door.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.Feed;
import io.patchbay.door.GridCommandGateway;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.Snapshot;
import io.patchbay.door.TwoMembers;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentCommand.StartSession;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Command;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Medium;
import io.patchbay.model.Outcome;
import io.patchbay.model.Presence;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One agent's clients of single requests, with connections beside them, on a real grid. */
class AgentFeedTest {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static TwoMembers grid;
    private static CommandGateway gateway;
    private final AgentId agent = new AgentId("agent-" + UUID.randomUUID());
    private final AgentEntry entry = new AgentEntry(agent, agent.value(), agent.value(), AgentEntry.Role.AGENT, List.of(), List.of(),
            List.of(), List.of());
    private final AgentFeeds<String> feeds = feeds(gateway, LONG);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Consumer<List<String>> client = told::addAll;
    private final Consumer<List<String>> other = frames -> { };

    /** The name of each event, and {@code all} for the whole state. */
    private record EventNames() implements SessionEncoder<String> {
        @Override
        public List<String> all(Snapshot now, Instant at) {
            return List.of("all");
        }

        @Override
        public List<String> step(Delivery step) {
            return List.of(step.recorded().event().name().replace("agent.", ""));
        }
    }

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        gateway = grid.commandGateway();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private static AgentFeeds<String> feeds(CommandGateway gateway, Duration idle) {
        return new AgentFeeds<>(gateway, new SessionPolicy("test", Exclusivity.SHARED, false, Duration.ofMinutes(1),
                SessionPolicy.Replies.BEFORE_EVENTS), one -> new EventNames(), idle);
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Outcome give(Command command) throws Exception {
        return now(gateway.dispatch(new PendingCommand<>("test", Optional.of(command)))).outcome();
    }

    private Command command(Body body) {
        return Command.of(gateway.newId(), gateway.now(), Subject.of(agent), body);
    }

    private AgentFeed<String> feed() throws Exception {
        return now(feeds.of(entry));
    }

    private void signsIn(AgentFeeds<String> at) throws Exception {
        assertThat(give(at.start(agent).command()).isAccepted()).isTrue();
    }

    /** Through another dialect, with a binding of its own. */
    private void signsInElsewhere() throws Exception {
        give(command(new StartSession(new Agent.Binding(new SessionId("elsewhere"), "other", "m1", true), Duration.ofMinutes(1),
                StartSession.Mode.EXCLUSIVE)));
    }

    private Agent agent() {
        try {
            return now(grid.second.lookup().state(Subject.of(agent))).map(Agent.class::cast).orElse(Agent.SIGNED_OUT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code member} or {@code member lost} of each binding. */
    private List<String> bindings() {
        return agent().session().stream().flatMap(session -> session.bindings().stream())
                .map(one -> one.dialect() + " " + one.member() + (one.lost() ? " lost" : "")).toList();
    }

    private void done(AgentFeed<String> feed, Body body) throws Exception {
        Command command = command(body);
        feed.expect(command);
        assertThat(give(command)).isEqualTo(Outcome.accepted());
    }

    @Test
    void a_read_after_an_accepted_command_sees_its_effect() throws Exception {
        AgentFeed<String> feed = feed();
        signsIn(feeds);
        done(feed, new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of()));
        Channel channel = now(feed.read()).replicas().agent().channels().get(0);
        done(feed, new AgentCommand.ActivateChannels(List.of(new Serving(channel.id(), List.of())), true));
        for (int i = 0; i < 20; i++) {
            Presence wanted = i % 2 == 0 ? Presence.READY : Presence.NOT_READY;
            done(feed, new AgentCommand.SetPresence(channel.id(), wanted));
            assertThat(now(feed.read()).replicas().agent().channels().get(0).presence()).isEqualTo(wanted);
        }
        done(feed, new AgentCommand.MakeCall(channel.id(), agent, new Destination.Outside(new Address("+15550100"),
                new FarEnd(FarEnd.Kind.MANUAL, Duration.ZERO)), new ContactPolicy(LONG, LONG, LONG)));
        assertThat(now(feed.read()).replicas().interactions().values()).singleElement()
                .satisfies(made -> assertThat(made.callsOf(agent)).hasSize(1));
    }

    @Test
    void a_read_waits_for_no_command_that_was_refused() throws Exception {
        AgentFeed<String> feed = feed();
        Command refused = command(new AgentCommand.EndSession(Cause.LOGOUT));
        feed.expect(refused);
        CompletionStage<Snapshot> read = feed.read();
        assertThat(give(refused).isAccepted()).isFalse();
        feed.refused(refused);
        assertThat(now(read).replicas().agent().isSignedIn()).isFalse();
    }

    @Test
    void requests_of_an_agent_that_is_signed_in_elsewhere_join_its_session() throws Exception {
        signsInElsewhere();
        feed();
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("other m1", "test m1"));
        feed();
        signsIn(feeds);
        assertThat(bindings()).as("all clients here are one binding").containsExactly("other m1", "test m1");
    }

    @Test
    void requests_before_the_session_begins_elsewhere_join_it() throws Exception {
        feed();
        signsInElsewhere();
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("other m1", "test m1"));
    }

    @Test
    void the_binding_is_lost_with_the_last_connection_and_renewed_by_the_next() throws Exception {
        signsIn(feeds);
        AgentFeed<String> feed = feed();
        feed.connect(client);
        feed.connect(other);
        feed.disconnect(client);
        done(feed, new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        now(feed.read());
        assertThat(bindings()).containsExactly("test m1");
        feed.disconnect(other);
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("test m1 lost"));
        now(feed().read());
        done(feed, new AgentCommand.AddChannel(Medium.EMAIL, "*", List.of()));
        now(feed.read());
        assertThat(bindings()).as("requests alone do not replace a connection").containsExactly("test m1 lost");
        feed.connect(other);
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("test m1"));
        feed.disconnect(other);
        feed.disconnect(other);
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("test m1 lost"));
    }

    @Test
    void connections_are_told_each_event_in_its_order_until_they_leave() throws Exception {
        AgentFeed<String> feed = feed();
        feed.connect(client);
        signsIn(feeds);
        done(feed, new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        done(feed, new AgentCommand.EndSession(Cause.LOGOUT));
        await().untilAsserted(() -> assertThat(told).startsWith("sessionStarted", "channelAdded").endsWith("sessionEnded"));
        int before = told.size();
        feed.disconnect(client);
        signsIn(feeds);
        now(feed.read());
        await().until(() -> feed.now().agent().isSignedIn());
        assertThat(told).hasSize(before);
    }

    @Test
    void who_signed_out_is_not_signed_in_by_what_comes_after() throws Exception {
        signsIn(feeds);
        AgentFeed<String> feed = feed();
        feed.connect(client);
        assertThat(give(command(new AgentCommand.EndSession(Cause.LOGOUT))).isAccepted()).isTrue();
        await().until(() -> told.contains("sessionEnded"));
        feed().connect(other);
        now(feed.read());
        feed.disconnect(client);
        feed.disconnect(other);
        now(feed().read());
        assertThat(agent().isSignedIn()).isFalse();
    }

    @Test
    void a_join_that_comes_after_the_sign_out_is_refused() throws Exception {
        signsInElsewhere();
        SignedOutBefore late = new SignedOutBefore(gateway, agent);
        now(feeds(late, LONG).of(entry));
        assertThat(late.outcome).succeedsWithin(Duration.ofSeconds(20)).matches(outcome -> !outcome.isAccepted(), "is refused");
        assertThat(agent().isSignedIn()).isFalse();
    }

    @Test
    void an_agent_at_two_members_has_two_bindings() throws Exception {
        CommandGateway second = new GridCommandGateway(grid.second, "m2", Clock.systemUTC(), ForkJoinPool.commonPool());
        AgentFeeds<String> there = feeds(second, LONG);
        signsIn(feeds);
        feed().connect(client);
        AgentFeed<String> far = now(there.of(entry));
        far.connect(other);
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("test m1", "test m2"));
        feed().disconnect(client);
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("test m1 lost", "test m2"));
        far.disconnect(other);
        await().untilAsserted(() -> assertThat(bindings()).containsExactly("test m1 lost", "test m2 lost"));
    }

    @Test
    void a_session_without_connections_ends_when_no_request_comes() throws Exception {
        AgentFeeds<String> brief = feeds(gateway, SHORT);
        signsIn(brief);
        AgentFeed<String> feed = now(brief.of(entry));
        await().untilAsserted(() -> assertThat(agent().isSignedIn()).isFalse());
        AgentFeed<String> next = now(brief.of(entry));
        assertThat(next).isNotSameAs(feed);
        assertThat(now(next.read()).replicas().agent().isSignedIn()).isFalse();
    }

    @Test
    void idle_requests_leave_the_bindings_of_others_alone() throws Exception {
        signsInElsewhere();
        now(gateway.follow(agent, new Feed.Listener() {
            @Override
            public void onEvent(Delivery step) {
                told.add(step.recorded().event().name());
            }

            @Override
            public void onReset(Snapshot from) { }
        }).ready());
        now(feeds(gateway, SHORT).of(entry));
        await().untilAsserted(() -> assertThat(told).contains("agent.bindingAdded").endsWith("agent.bindingRemoved"));
        assertThat(bindings()).containsExactly("other m1");
    }
}
