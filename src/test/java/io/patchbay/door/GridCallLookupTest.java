package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.door.CallLookup.Found;
import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.CallId;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactEvent;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Event;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.QueueName;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@link GridCallLookup} and {@link GridInteractionViews} asked on one member about what happens on both. */
class GridCallLookupTest {
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));
    private static final Destination SALES = new Destination.ToQueue(new QueueName("sales"), new Address("6001"), true);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static TwoMembers grid;
    private final CallLookup calls = new GridCallLookup(grid.second.lookup());
    private final InteractionViews views = new GridInteractionViews(grid.second, Runnable::run);

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    /** A call made on the first member. */
    private record Made(InteractionId interaction, CallId call, Address from) {
        static Made to(Destination to) throws Exception {
            CommandId id = new CommandId(UUID.randomUUID().toString());
            Made made = new Made(Ids.interaction(id), Ids.call(id), new Address("+" + Math.abs(id.value().hashCode())));
            made.does(id, new ContactArrived(Medium.VOICE, made.from, to, Map.of(), TERMS));
            return made;
        }

        void hangsUp() throws Exception {
            does(new CommandId(UUID.randomUUID().toString()), new FarEndActs(call, from, FarEndActs.Action.HANG_UP));
        }

        private void does(CommandId id, InteractionCommand command) throws Exception {
            assertThat(now(grid.first.dispatch(Command.of(id, Instant.now(), Subject.of(interaction), command))).isAccepted()).isTrue();
        }
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Optional<Boolean> over(Interaction now) {
        return now.phase() == Interaction.Phase.ENDED ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Cause> ended(Interaction now, List<Event> events) {
        return events.stream().flatMap(e -> e instanceof ContactEvent.Ended end ? Stream.of(end.cause()) : Stream.of()).findFirst();
    }

    @Test
    void calls_are_found_wherever_they_are() throws Exception {
        for (int i = 0; i < 16; i++) {
            Made made = Made.to(SALES);
            assertThat(now(calls.byCall(made.call())).map(Found::interaction)).contains(made.interaction());
            assertThat(now(calls.byParty(made.from())).stream().map(Found::interaction)).containsExactly(made.interaction());
            made.hangsUp();
        }
    }

    @Test
    void what_is_found_is_as_it_is_now_and_a_call_that_is_over_is_not_found() throws Exception {
        Made made = Made.to(SALES);
        calls.note(made.call(), made.interaction());
        assertThat(now(calls.byCall(made.call())).orElseThrow().state().call(made.call())).isPresent();
        made.hangsUp();
        assertThat(now(calls.byCall(made.call()))).isEmpty();
        assertThat(now(new GridCallLookup(grid.second.lookup()).byCall(made.call()))).isEmpty();
        assertThat(now(calls.byParty(made.from()))).isEmpty();
    }

    @Test
    void the_call_of_another_agent_is_found_by_the_agent() throws Exception {
        AgentId dialler = new AgentId("dialler");
        assertThat(now(calls.byAgent(dialler))).isEmpty();
        Subject self = Subject.of(dialler);
        does(self, new AgentCommand.StartSession(new Agent.Binding(new SessionId("s"), "test", "m1", true), LONG, Optional.empty(),
                AgentCommand.StartSession.Mode.EXCLUSIVE));
        CommandId added = does(self, new AgentCommand.AddChannel(Medium.VOICE, "5077", List.of()));
        ChannelId voice = Ids.channel(added, Medium.VOICE);
        does(self, new AgentCommand.ActivateChannels(List.of(new AgentCommand.Serving(voice, List.of())), false));
        CommandId dialled = does(self, new AgentCommand.MakeCall(voice, dialler, new Destination.Outside(new Address("+15550104"),
                new FarEnd(FarEnd.Kind.MANUAL, Duration.ZERO)), new ContactPolicy(LONG, LONG, LONG)));

        await().atMost(LONG).untilAsserted(() -> assertThat(now(new GridCallLookup(grid.second.lookup()).byAgent(dialler))
                .map(Found::interaction)).contains(Ids.interaction(dialled)));
    }

    private static CommandId does(Subject subject, Body body) throws Exception {
        CommandId id = new CommandId(UUID.randomUUID().toString());
        assertThat(now(grid.first.dispatch(Command.of(id, Instant.now(), subject, body))).isAccepted()).isTrue();
        return id;
    }

    @Test
    void a_call_nobody_made_is_not_found() throws Exception {
        CallId none = Ids.call(new CommandId("never-made"));
        assertThat(now(calls.byCall(none))).isEmpty();
        calls.note(none, Ids.interaction(new CommandId("never-made")));
        assertThat(now(calls.byCall(none))).isEmpty();
    }

    @Test
    void a_view_waits_for_what_other_cells_do_and_knows_why() throws Exception {
        for (int i = 0; i < 8; i++) {
            Made made = Made.to(new Destination.Extension(new AgentId("nobody" + i), new Address("500" + i)));
            Optional<Cause> cause = now(views.await(made.interaction(), GridCallLookupTest::ended, LONG));
            assertThat(cause).contains(Cause.UNAVAILABLE);
        }
    }

    @Test
    void a_view_loses_its_patience() throws Exception {
        Made made = Made.to(SALES);
        assertThat(now(views.await(made.interaction(), (state, events) -> over(state), Duration.ofMillis(100)))).isEmpty();
        made.hangsUp();
    }

    @Test
    void a_view_looks_no_longer_than_it_must() throws Exception {
        Made made = Made.to(SALES);
        AtomicInteger asked = new AtomicInteger();
        now(views.await(made.interaction(), (state, events) -> Optional.of(asked.incrementAndGet()), LONG));
        CompletionStage<Optional<Boolean>> other = views.await(made.interaction(), (state, events) -> over(state), LONG);
        made.hangsUp();
        assertThat(now(other)).contains(true);
        assertThat(asked).hasValue(1);
    }
}
