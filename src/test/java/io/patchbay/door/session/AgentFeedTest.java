package io.patchbay.door.session;

import static io.patchbay.door.session.FeedAgent.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.door.CommandGateway;
import io.patchbay.door.Snapshot;
import io.patchbay.door.TwoMembers;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.Command;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One agent's clients of single requests, with connections beside them, on a real grid. */
class AgentFeedTest {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static TwoMembers grid;
    private static CommandGateway gateway;
    private final FeedAgent agent = new FeedAgent(grid, gateway);
    private final AgentFeeds<String> feeds = FeedAgent.feeds(gateway, LONG);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Consumer<List<String>> client = told::addAll;

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
    void a_read_after_an_accepted_command_sees_its_effect() throws Exception {
        AgentFeed<String> feed = feed();
        agent.signsIn(feeds);
        agent.done(feed, new AgentCommand.AddChannel(Medium.VOICE, "5001", List.of()));
        Channel channel = now(feed.read()).replicas().agent().channels().get(0);
        agent.done(feed, new AgentCommand.ActivateChannels(List.of(new Serving(channel.id(), List.of())), true));
        for (int i = 0; i < 20; i++) {
            Presence wanted = i % 2 == 0 ? Presence.READY : Presence.NOT_READY;
            agent.done(feed, new AgentCommand.SetPresence(channel.id(), wanted));
            assertThat(now(feed.read()).replicas().agent().channels().get(0).presence()).isEqualTo(wanted);
        }
        agent.done(feed, new AgentCommand.MakeCall(channel.id(), agent.id, new Destination.Outside(new Address("+15550100"),
                new FarEnd(FarEnd.Kind.MANUAL, Duration.ZERO)), new ContactPolicy(LONG, LONG, LONG)));
        assertThat(now(feed.read()).replicas().interactions().values()).singleElement()
                .satisfies(made -> assertThat(made.callsOf(agent.id)).hasSize(1));
    }

    @Test
    void a_read_sees_all_events_of_a_command() throws Exception {
        AgentFeed<String> feed = feed();
        agent.signsIn(feeds);
        List<Medium> media = List.of(Medium.VOICE, Medium.CHAT, Medium.EMAIL, Medium.CALLBACK);
        agent.done(feed, new AgentCommand.AddChannelGroup("5001", media, List.of()));
        List<Serving> all = now(feed.read()).replicas().agent().channels().stream().map(one -> new Serving(one.id(), List.of())).toList();
        for (int i = 0; i < 20; i++) {
            boolean active = i % 2 == 0;
            agent.done(feed, active ? new AgentCommand.ActivateChannels(all, true)
                    : new AgentCommand.DeactivateChannels(all, true, Optional.empty()));
            assertThat(now(feed.read()).replicas().agent().channels()).extracting(Channel::isActive).containsOnly(active);
        }
    }

    @Test
    void a_read_waits_for_no_command_that_was_refused() throws Exception {
        AgentFeed<String> feed = feed();
        Command refused = agent.command(new AgentCommand.EndSession(Cause.LOGOUT));
        feed.expect(refused);
        CompletionStage<Snapshot> read = feed.read();
        assertThat(agent.give(refused).isAccepted()).isFalse();
        feed.refused(refused);
        assertThat(now(read).replicas().agent().isSignedIn()).isFalse();
    }

    @Test
    void connections_are_told_each_event_in_its_order_until_they_leave() throws Exception {
        AgentFeed<String> feed = feed();
        feed.connect(client);
        agent.signsIn(feeds);
        agent.done(feed, new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        agent.done(feed, new AgentCommand.EndSession(Cause.LOGOUT));
        await().untilAsserted(() -> assertThat(told).startsWith("sessionStarted", "channelAdded").endsWith("sessionEnded"));
        int before = told.size();
        feed.disconnect(client);
        agent.signsIn(feeds);
        now(feed.read());
        await().until(() -> feed.now().agent().isSignedIn());
        assertThat(told).hasSize(before);
    }

    @Test
    void an_encoder_gets_each_event_also_without_a_connection() throws Exception {
        now(FeedAgent.feeds(gateway, LONG, told::add).of(agent.entry));
        agent.signsIn(feeds);
        await().untilAsserted(() -> assertThat(told).contains("sessionStarted"));
    }

    @Test
    void a_connection_that_begins_between_two_events_misses_none() throws Exception {
        AgentFeed<String> feed = feed();
        agent.signsIn(feeds);
        agent.done(feed, new AgentCommand.AddChannel(Medium.CHAT, "*", List.of()));
        now(feed.read());
        feed.between(now -> {
            feed.connect(client);
            client.accept(List.of("channels " + now.agent().channels().size()));
        });
        agent.done(feed, new AgentCommand.AddChannel(Medium.EMAIL, "*", List.of()));
        await().untilAsserted(() -> assertThat(told).containsExactly("channels 1", "channelAdded"));
    }
}
