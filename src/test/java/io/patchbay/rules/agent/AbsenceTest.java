package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.GRACE;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.J;
import static io.patchbay.rules.agent.AgentStory.LOST;
import static io.patchbay.rules.agent.AgentStory.S1;
import static io.patchbay.rules.agent.AgentStory.S2;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static io.patchbay.rules.agent.AgentStory.called;
import static io.patchbay.rules.agent.AgentStory.client;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.start;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An agent whose clients have all lost their connections, until the grace of the session is over. */
class AbsenceTest {
    private static final AgentCommand GONE = new AgentCommand.LoseBinding(S1);
    private static final AgentCommand WITHDRAW = new AgentCommand.DeadlinePassed("absent:s1");
    private static final Address X5001 = new Address("5001");
    private final AgentRules rules = new AgentRules();

    @Test
    void queues_hear_that_nobody_sees_their_offers_and_when_somebody_does_again() {
        ready(Medium.VOICE).when(GONE).asks(notIdle(SALES), notIdle(SUPPORT))
                .when(start(S1, "harmony", false)).accepted()
                .and(agent -> assertThat(Idleness.of(agent)).hasSize(2))
                .asks(idle(SALES), idle(SUPPORT));
    }

    @Test
    void nothing_is_offered_to_who_is_absent() {
        for (Medium medium : Medium.values()) {
            ready(medium).givenDone(GONE).when(offer(I, medium, SALES)).refusedWith(Reason.NOT_AVAILABLE)
                    .when(direct(I, medium)).refusedWith(Reason.NOT_AVAILABLE);
        }
        ready(Medium.VOICE).givenDone(GONE).when(called(I, X5001)).refusedWith(Reason.NOT_AVAILABLE);
    }

    @Test
    void one_connected_client_is_enough() {
        ready(Medium.VOICE).givenDone(start(S2, "acqueon", false)).when(GONE).asksNothing()
                .when(offer(I, Medium.VOICE, SALES)).accepted();
    }

    @Test
    void who_is_left_with_lost_clients_is_absent_too() {
        ready(Medium.VOICE).givenDone(start(S2, "acqueon", false), GONE)
                .when(new AgentCommand.LoseBinding(S2, true)).then(new AgentEvent.BindingRemoved(S2))
                .asks(notIdle(SALES), notIdle(SUPPORT));
    }

    @Test
    void a_client_of_another_dialect_ends_the_absence() {
        ready(Medium.VOICE).givenDone(GONE, start(S2, "acqueon", false)).when(offer(I, Medium.VOICE, SALES)).accepted();
    }

    @Test
    void calls_that_are_forwarded_go_where_they_always_go() {
        ready(Medium.VOICE).givenDone(new DeviceCommand.SetForwarding(X5001, Optional.of(AgentStory.BEN), Optional.empty()), GONE)
                .when(called(I, X5001)).then(new DeviceEvent.CallForwarded(I, X5001, AgentStory.BEN));
    }

    @Test
    void what_rings_waits_for_the_client_and_goes_on_without_the_agent() {
        offeredAndGone().and(agent -> assertThat(rules.deadlines(agent))
                        .isEqualTo(Map.of("absent:s1", LOST.orElseThrow(), "grace:s1", GRACE)))
                .when(WITHDRAW).then(new AgentEvent.OffersWithdrawn(List.of(I)))
                .asks(Subject.of(I), new OfferCommand.AgentAbsent(ANA))
                .and(agent -> assertThat(rules.deadlines(agent)).isEqualTo(Map.of("grace:s1", GRACE)))
                .when(WITHDRAW).then()
                .when(withdrawn(I)).accepted()
                .and(agent -> assertThat(agent.work()).as("the reservation is freed").isEmpty())
                .asksNothing();
    }

    @Test
    void who_comes_back_in_time_keeps_what_rings() {
        offeredAndGone().givenDone(start(S1, "harmony", false))
                .and(agent -> assertThat(rules.deadlines(agent)).isEmpty())
                .when(WITHDRAW).then()
                .when(taken(I)).accepted();
    }

    @Test
    void who_is_lost_once_more_has_the_whole_time_again() {
        offeredAndGone().givenDone(WITHDRAW, start(S1, "harmony", false), withdrawn(I), offer(J, Medium.VOICE, SALES), GONE)
                .and(agent -> assertThat(rules.deadlines(agent)).containsKey("absent:s1"))
                .when(WITHDRAW).then(new AgentEvent.OffersWithdrawn(List.of(J)));
    }

    @Test
    void what_the_agent_has_taken_is_not_withdrawn() {
        ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I), GONE)
                .and(agent -> assertThat(rules.deadlines(agent)).isEqualTo(Map.of("grace:s1", GRACE)))
                .when(WITHDRAW).then();
    }

    @Test
    void where_absence_does_not_count_offers_come_and_stay() {
        AgentStory.ana().givenDone(new AgentCommand.StartSession(client(S1, "harmony"), GRACE, Optional.empty(),
                        AgentCommand.StartSession.Mode.EXCLUSIVE), AgentStory.add(Medium.VOICE), AgentStory.activate(AgentStory.VOICE),
                        AgentStory.wish(AgentStory.VOICE, Presence.READY))
                .when(GONE).asksNothing()
                .when(offer(I, Medium.VOICE, SALES)).accepted()
                .and(agent -> assertThat(rules.deadlines(agent)).isEqualTo(Map.of("grace:s1", GRACE)));
    }

    @Test
    void a_snapshot_of_an_earlier_version_has_no_such_time() {
        assertThat(new Agent.Session(List.of(), Duration.ZERO, null, false).offerLost()).isEmpty();
    }

    private static Scenario<Agent, AgentCommand, AgentEvent> offeredAndGone() {
        return ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), GONE);
    }

    private static FollowUp notIdle(QueueName queue) {
        return FollowUp.to(Subject.of(queue), new QueueCommand.AgentNotIdle(ANA, Medium.VOICE));
    }

    private static FollowUp idle(QueueName queue) {
        return FollowUp.to(Subject.of(queue), new QueueCommand.AgentIdle(ANA, Medium.VOICE, Scenario.second(4)));
    }
}
