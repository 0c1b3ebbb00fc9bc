package io.patchbay.rules.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.json.ModelJson;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Recorded;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds whatever customers, agents and a queue do, in whatever order their follow-ups arrive. */
class InteractionPropertiesTest {

    private static final int TRIES = 100;

    @Provide
    Arbitrary<List<Step>> plays() {
        return Step.any().list().ofMinSize(50).ofMaxSize(250);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void no_agent_is_ever_connected_twice(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        for (Step step : play) {
            world.play(step);
            for (AgentId agent : World.AGENTS) {
                assertThat(world.states().values().stream().flatMap(InteractionPropertiesTest::legs)
                        .filter(leg -> leg.isOf(agent) && leg.is(State.CONNECTED)).count()).isLessThan(2);
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void what_was_published_replays_to_the_same_state(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        play.forEach(world::play);
        world.logs().forEach((id, log) -> {
            Interaction replayed = Interaction.NEW;
            for (Recorded told : log) {
                replayed = new InteractionRules().evolve(replayed, published((InteractionEvent) told.event()), told.at());
            }
            assertThat(replayed).isEqualTo(world.states().get(id));
            assertThat(List.copyOf(replayed.data().keySet())).isEqualTo(List.copyOf(world.states().get(id).data().keySet()));
        });
    }

    @Example
    void plays_come_to_everything_that_can_happen() {
        Set<String> happened = new HashSet<>();
        Set<String> all = Set.of("interaction.created", "interaction.queued", "interaction.requeued",
                "interaction.rejected", "interaction.offerExpired", "interaction.dataChanged", "interaction.dispositionSet",
                "interaction.ended", "interaction.completed", "call.originated", "call.delivered", "call.established", "call.held",
                "call.retrieved", "call.connectionCleared", "call.failed", "call.diverted",
                "call.muted", "call.unmuted", "call.dtmfSent", "recording.started",
                "recording.stopped", "recording.paused", "recording.resumed", "call.transferred", "call.conferenced", "call.partyAdded",
                "call.partyMoved", "call.monitorStarted", "call.monitorStopped", "call.queued", "interaction.ownerChanged");
        for (int round = 0; round < 20 && !happened.equals(all); round++) {
            plays().list().ofSize(100).sample().forEach(play -> {
                World world = new World(state -> { });
                play.forEach(world::play);
                world.logs().values().forEach(log -> log.forEach(told -> happened.add(told.event().name())));
            });
        }
        assertThat(happened).containsExactlyInAnyOrderElementsOf(all);
    }

    @Property(tries = TRIES / 4, shrinking = ShrinkingMode.BOUNDED)
    void what_is_shown_is_exactly_what_is_accepted_next(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        for (Step step : play) {
            world.play(step);
            world.open().forEach(id -> World.AGENTS.forEach(agent -> {
                Interaction state = world.states().get(id);
                InteractionActions.Allowed allowed = InteractionActions.allowed(state, agent);
                AllRequests.of(state, agent).forEach(wish ->
                        assertThat(world.decide(state, wish, Subject.of(id)).outcome().isAccepted()).as("%s in %s", wish, state)
                                .isEqualTo(AllRequests.isAccepted(allowed, wish)));
            }));
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void whoever_takes_part_has_a_leg_and_nobody_else(@ForAll("plays") List<Step> play) {
        World world = new World(state -> {
            for (Member member : state.members()) {
                boolean there = state.callsOf(member.agent()).stream()
                        .anyMatch(call -> call.called().noneMatch(leg -> leg.isOf(member.agent()) && leg.is(State.INITIATED)));
                assertThat(there).as("%s in %s", member, state).isEqualTo(!member.is(Member.Phase.ENDED));
            }
        });
        play.forEach(world::play);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void every_event_leads_to_a_legal_state(@ForAll("plays") List<Step> play) {
        World world = new World(InteractionPropertiesTest::isLegal);
        play.forEach(world::play);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void nobody_is_left_alone_in_a_call(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        for (Step step : play) {
            world.play(step);
            for (Interaction state : world.states().values()) {
                assertThat(state.calls().isEmpty()).isEqualTo(!state.isLive());
                assertThat(state.calls()).filteredOn(call -> call.monitoring().isEmpty()).allSatisfy(call -> assertThat(call.connections())
                        .hasSizeGreaterThan(1).anyMatch(leg -> leg.isAnswered() || call.isDialling(leg)));
                assertThat(state.calls()).filteredOn(call -> call.monitoring().isPresent())
                        .allSatisfy(call -> assertThat(Monitors.talks(state, call.monitoring().orElseThrow())).isTrue());
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void in_the_end_every_slot_was_released_once_and_every_queue_was_left(@ForAll("plays") List<Step> play) {
        World world = new World(state -> { });
        play.forEach(world::play);
        world.comeToRest();
        assertThat(world.states().values()).noneMatch(Interaction::isLive);
        assertThat(world.states().values().stream().flatMap(InteractionPropertiesTest::legs)).isEmpty();
        assertThat(world.complaints()).isEmpty();
    }

    private static InteractionEvent published(InteractionEvent event) {
        try {
            Recorded recorded = new Recorded(1, Scenario.START, Scenario.id(1), Optional.empty(), event);
            return (InteractionEvent) ModelJson.text().readValue(ModelJson.text().writeValueAsBytes(recorded), Recorded.class).event();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isLegal(Interaction state) {
        Set<Object> ids = new HashSet<>();
        assertThat(state.calls()).allMatch(call -> ids.add(call.id()));
        assertThat(legs(state)).allMatch(leg -> ids.add(leg.id()));
        assertThat(state.phase() == Interaction.Phase.ENDED && !state.calls().isEmpty()).as("ended with calls").isFalse();
        for (Call call : state.calls()) {
            assertThat(call.connections().stream().flatMap(leg -> leg.agent().stream())).as("one leg an agent").doesNotHaveDuplicates();
            call.connections().forEach(leg -> isLegal(state, call, leg));
        }
        state.queueing().ifPresent(q -> assertThat(q.waiting()).as("waiting in %s", state).isEqualTo(waits(state)));
        assertThat(legs(state).filter(leg -> leg.is(State.QUEUED)).count()).as("queues in %s", state).isLessThan(2);
        assertThat(CallLegs.talking(state).findAny().isEmpty() || state.owner().isPresent()).as("owned: %s", state).isTrue();
    }

    private static void isLegal(Interaction state, Call call, Connection leg) {
        assertThat(leg.diversions()).hasSizeLessThanOrEqualTo(Diversions.MOST + 1).doesNotHaveDuplicates();
        assertThat(leg.is(State.FAILED) || leg.diversions().size() <= Diversions.MOST && !leg.diversions().contains(leg.address()))
                .as("%s came back", leg).isTrue();
        leg.agent().flatMap(state::member).ifPresent(member -> {
            boolean called = leg.is(State.INITIATED) && !call.isDialling(leg);
            assertThat(leg.is(State.ALERTING) || called && member.is(Member.Phase.ENDED)).as("%s alerts %s in %s", leg, member, state)
                    .isEqualTo(member.is(Member.Phase.OFFERED) || called);
            assertThat(called || member.focus().flatMap(state::call).flatMap(k -> k.of(member.agent())).isPresent())
                    .as("%s works in a call", member).isTrue();
        });
        boolean called = leg.is(State.INITIATED) && !call.isDialling(leg);
        assertThat(leg.agent().flatMap(state::member).filter(m -> !m.is(Member.Phase.ENDED)).isEmpty()).as("%s in %s", leg, state)
                .isEqualTo(called || leg.agent().isEmpty());
    }

    private static boolean waits(Interaction state) {
        return legs(state).anyMatch(leg -> leg.is(State.QUEUED))
                && state.calls().stream().filter(call -> call.isQueued())
                        .noneMatch(call -> call.in(State.ALERTING).anyMatch(leg -> leg.agent().isPresent()));
    }

    private static Stream<Connection> legs(Interaction state) {
        return state.calls().stream().flatMap(call -> call.connections().stream());
    }
}
