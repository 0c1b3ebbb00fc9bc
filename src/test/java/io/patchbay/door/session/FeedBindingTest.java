package io.patchbay.door.session;

import static io.patchbay.door.session.FeedAgent.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Delivery;
import io.patchbay.door.Feed;
import io.patchbay.door.GridCommandGateway;
import io.patchbay.door.Snapshot;
import io.patchbay.door.TwoMembers;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.Cause;
import io.patchbay.model.Medium;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When the clients of single requests of one agent are a binding of its session, on a real grid. */
class FeedBindingTest {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static TwoMembers grid;
    private static CommandGateway gateway;
    private final FeedAgent agent = new FeedAgent(grid, gateway);
    private final AgentFeeds<String> feeds = FeedAgent.feeds(gateway, LONG);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Consumer<List<String>> client = told::addAll;
    private final Consumer<List<String>> other = frames -> { };

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        gateway = grid.commandGateway();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private AgentFeed<String> feed() throws Exception {
        return now(feeds.of(agent.entry));
    }

    @Test
    void requests_of_an_agent_that_is_signed_in_elsewhere_join_its_session() throws Exception {
        agent.signsInElsewhere();
        feed();
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("other m1", "test m1"));
        feed();
        agent.signsIn(feeds);
        assertThat(agent.bindings()).as("all clients here are one binding").containsExactly("other m1", "test m1");
    }

    @Test
    void requests_before_the_session_begins_elsewhere_join_it() throws Exception {
        feed();
        agent.signsInElsewhere();
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("other m1", "test m1"));
    }

    @Test
    void requests_of_an_earlier_session_do_not_join_the_next() throws Exception {
        agent.signsIn(feeds);
        AgentFeed<String> feed = feed();
        assertThat(agent.give(agent.command(new AgentCommand.EndSession(Cause.LOGOUT))).isAccepted()).isTrue();
        await().until(() -> feed.endedSessions() == 1);
        agent.signsInElsewhere();
        agent.done(feed, new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        now(feed.read());
        agent.done(feed, new AgentCommand.AddChannel(Medium.EMAIL, "*", List.of()));
        now(feed.read());
        assertThat(agent.bindings()).containsExactly("other m1");
        feed();
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("other m1", "test m1"));
    }

    @Test
    void the_binding_is_lost_with_the_last_connection_and_renewed_by_the_next() throws Exception {
        agent.signsIn(feeds);
        AgentFeed<String> feed = feed();
        feed.connect(client);
        feed.connect(other);
        feed.disconnect(client);
        agent.done(feed, new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        now(feed.read());
        assertThat(agent.bindings()).containsExactly("test m1");
        feed.disconnect(other);
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("test m1 lost"));
        now(feed().read());
        agent.done(feed, new AgentCommand.AddChannel(Medium.EMAIL, "*", List.of()));
        now(feed.read());
        assertThat(agent.bindings()).as("requests alone do not replace a connection").containsExactly("test m1 lost");
        feed.connect(other);
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("test m1"));
        feed.disconnect(other);
        feed.disconnect(other);
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("test m1 lost"));
    }

    @Test
    void who_signed_out_is_not_signed_in_by_what_comes_after() throws Exception {
        agent.signsIn(feeds);
        AgentFeed<String> feed = feed();
        feed.connect(client);
        assertThat(agent.give(agent.command(new AgentCommand.EndSession(Cause.LOGOUT))).isAccepted()).isTrue();
        await().until(() -> told.contains("sessionEnded"));
        feed().connect(other);
        now(feed.read());
        feed.disconnect(client);
        feed.disconnect(other);
        now(feed().read());
        assertThat(agent.state().isSignedIn()).isFalse();
    }

    @Test
    void a_join_that_comes_after_the_sign_out_is_refused() throws Exception {
        agent.signsInElsewhere();
        SignedOutBefore late = new SignedOutBefore(gateway, agent.id);
        now(FeedAgent.feeds(late, LONG).of(agent.entry));
        assertThat(late.outcome).succeedsWithin(Duration.ofSeconds(20)).matches(outcome -> !outcome.isAccepted(), "is refused");
        assertThat(agent.state().isSignedIn()).isFalse();
    }

    @Test
    void an_agent_at_two_members_has_two_bindings() throws Exception {
        CommandGateway second = new GridCommandGateway(grid.second, "m2", Optional.empty(), Clock.systemUTC(), ForkJoinPool.commonPool());
        AgentFeeds<String> there = FeedAgent.feeds(second, LONG);
        agent.signsIn(feeds);
        feed().connect(client);
        AgentFeed<String> far = now(there.of(agent.entry));
        far.connect(other);
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("test m1", "test m2"));
        feed().disconnect(client);
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("test m1 lost", "test m2"));
        far.disconnect(other);
        await().untilAsserted(() -> assertThat(agent.bindings()).containsExactly("test m1 lost", "test m2 lost"));
    }

    @Test
    void a_session_without_connections_ends_when_no_request_comes() throws Exception {
        AgentFeeds<String> brief = FeedAgent.feeds(gateway, SHORT);
        agent.signsIn(brief);
        AgentFeed<String> feed = now(brief.of(agent.entry));
        await().untilAsserted(() -> assertThat(agent.state().isSignedIn()).isFalse());
        AgentFeed<String> next = now(brief.of(agent.entry));
        assertThat(next).isNotSameAs(feed);
        assertThat(now(next.read()).replicas().agent().isSignedIn()).isFalse();
    }

    @Test
    void idle_requests_leave_the_bindings_of_others_alone() throws Exception {
        agent.signsInElsewhere();
        now(gateway.follow(agent.id, new Feed.Listener() {
            @Override
            public void onEvent(Delivery step) {
                told.add(step.recorded().event().name());
            }

            @Override
            public void onReset(Snapshot from) { }
        }).ready());
        now(FeedAgent.feeds(gateway, SHORT).of(agent.entry));
        await().untilAsserted(() -> assertThat(told).contains("agent.bindingAdded").endsWith("agent.bindingRemoved"));
        assertThat(agent.bindings()).containsExactly("other m1");
    }
}
