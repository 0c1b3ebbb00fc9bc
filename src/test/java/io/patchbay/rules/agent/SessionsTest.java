package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.GRACE;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.LOST;
import static io.patchbay.rules.agent.AgentStory.S1;
import static io.patchbay.rules.agent.AgentStory.S2;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static io.patchbay.rules.agent.AgentStory.ana;
import static io.patchbay.rules.agent.AgentStory.client;
import static io.patchbay.rules.agent.AgentStory.logout;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.signedIn;
import static io.patchbay.rules.agent.AgentStory.start;
import static io.patchbay.rules.agent.AgentStory.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Binding;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.Reason;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Binding HARMONY = client(S1, "harmony");
    private final AgentRules rules = new AgentRules();

    @Test
    void signing_in_is_one_event() {
        ana().when(start(S1, "harmony", false)).then(new AgentEvent.SessionStarted(HARMONY, GRACE, LOST));
    }

    @Test
    void a_second_client_of_the_same_dialect_is_refused() {
        signedIn().when(start(S2, "harmony", false)).refusedWith(Reason.ALREADY_BOUND);
    }

    @Test
    void a_second_client_of_the_same_dialect_may_take_its_place() {
        signedIn().when(start(S2, "harmony", true))
                .then(new AgentEvent.BindingAdded(client(S2, "harmony")), new AgentEvent.BindingRemoved(S1));
    }

    @Test
    void a_client_of_another_dialect_joins_the_session() {
        signedIn().when(start(S2, "acqueon", false)).then(new AgentEvent.BindingAdded(client(S2, "acqueon")));
    }

    @Test
    void a_lost_client_still_counts_as_bound() {
        signedIn().givenDone(new AgentCommand.LoseBinding(S1)).when(start(S2, "harmony", false)).refusedWith(Reason.ALREADY_BOUND);
    }

    @Test
    void a_lost_client_comes_back_by_its_own_id() {
        signedIn().givenDone(new AgentCommand.LoseBinding(S1))
                .when(start(S1, "harmony", false)).then(new AgentEvent.BindingAdded(HARMONY))
                .and(agent -> assertThat(agent.session().orElseThrow().bindings()).containsExactly(HARMONY));
    }

    @Test
    void a_client_that_is_there_takes_its_own_place_where_it_overrides() {
        signedIn().when(start(S1, "harmony", true)).then(new AgentEvent.BindingAdded(HARMONY));
        signedIn().when(start(S1, "harmony", false)).refusedWith(Reason.ALREADY_BOUND);
    }

    @Test
    void a_client_comes_back_to_the_session_it_names_and_no_other_gives_way() {
        signedIn().givenDone(start(S2, "acqueon", false), new AgentCommand.LoseBinding(S1))
                .when(back(S1, false)).then(new AgentEvent.BindingAdded(HARMONY));
        signedIn().when(back(S1, false)).refusedWith(Reason.ALREADY_BOUND);
        signedIn().when(back(S1, true)).then(new AgentEvent.BindingAdded(HARMONY));
    }

    @Test
    void nobody_comes_back_to_what_is_not_there_or_anothers() {
        ana().when(back(S1, true)).refusedWith(Reason.UNKNOWN);
        signedIn().when(back(S2, true)).refusedWith(Reason.UNKNOWN);
        signedIn().givenDone(start(S2, "acqueon", false)).when(back(S2, true)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void a_client_without_a_connection_ends_the_session_when_it_was_the_only_one() {
        signedIn().when(new AgentCommand.LoseBinding(S1, true)).then(new AgentEvent.SessionEnded(Cause.LOGOUT));
        signedIn().givenDone(start(S2, "acqueon", false))
                .when(new AgentCommand.LoseBinding(S1, true)).then(new AgentEvent.BindingRemoved(S1));
        signedIn().when(new AgentCommand.LoseBinding(S2, true)).then();
    }

    private static AgentCommand back(SessionId session, boolean override) {
        return new AgentCommand.StartSession(client(session, "harmony"), Duration.ZERO, LOST,
                override ? AgentCommand.StartSession.Mode.RESUME_OVERRIDE : AgentCommand.StartSession.Mode.RESUME);
    }

    @Test
    void the_grace_period_begins_with_the_last_client_lost() {
        signedIn().givenDone(start(S2, "acqueon", false))
                .when(new AgentCommand.LoseBinding(S1)).then(new AgentEvent.BindingLost(S1))
                .and(agent -> assertThat(rules.deadlines(agent)).isEqualTo(Map.of("lost:s1", GRACE)))
                .when(new AgentCommand.LoseBinding(S2)).then(new AgentEvent.BindingLost(S2))
                .and(agent -> assertThat(rules.deadlines(agent)).isEqualTo(Map.of("grace:s1,s2", GRACE)));
    }

    @Test
    void a_lost_client_that_does_not_come_back_goes_while_another_is_there() {
        signedIn().givenDone(start(S2, "acqueon", false), new AgentCommand.LoseBinding(S1))
                .when(new AgentCommand.DeadlinePassed("lost:s1")).then(new AgentEvent.BindingRemoved(S1))
                .and(agent -> assertThat(agent.session().orElseThrow().bindings()).containsExactly(client(S2, "acqueon")))
                .and(agent -> assertThat(rules.deadlines(agent)).isEmpty());
        signedIn().givenDone(start(S2, "acqueon", false), new AgentCommand.LoseBinding(S1), start(S1, "harmony", false))
                .when(new AgentCommand.DeadlinePassed("lost:s1")).then();
    }

    @Test
    void clients_of_one_dialect_share_a_session_where_they_say_so() {
        Scenario<Agent, AgentCommand, AgentEvent> shared = ana().givenDone(shared("m1"))
                .when(shared("m2")).then(new AgentEvent.BindingAdded(acqueon("m2")));

        shared.and(agent -> assertThat(agent.session().orElseThrow().bindings()).containsExactly(acqueon("m1"), acqueon("m2")));
        shared.when(shared("m1")).then();
        shared.givenDone(new AgentCommand.LoseBinding(acqueon("m1").id())).when(shared("m1"))
                .then(new AgentEvent.BindingAdded(acqueon("m1")));
        assertThat(acqueon("m1").id()).isNotEqualTo(acqueon("m2").id());
    }

    @Test
    void a_client_that_only_joins_begins_no_session() {
        ana().when(joining("m2")).refusedWith(Reason.NOT_SIGNED_IN);
        Scenario<Agent, AgentCommand, AgentEvent> joined = ana().givenDone(shared("m1"))
                .when(joining("m2")).then(new AgentEvent.BindingAdded(acqueon("m2")));
        joined.when(joining("m2")).then();
    }

    private static AgentCommand joining(String member) {
        return new AgentCommand.StartSession(acqueon(member), GRACE, LOST, AgentCommand.StartSession.Mode.JOIN);
    }

    private static Binding acqueon(String member) {
        return new Binding(Ids.binding(ANA, "acqueon", member), "acqueon", member, false);
    }

    private static AgentCommand shared(String member) {
        return new AgentCommand.StartSession(acqueon(member), GRACE, LOST, AgentCommand.StartSession.Mode.SHARED);
    }

    @Test
    void the_session_ends_with_the_grace_period() {
        signedIn().givenDone(new AgentCommand.LoseBinding(S1))
                .when(new AgentCommand.DeadlinePassed("grace:s1")).then(new AgentEvent.SessionEnded(Cause.LOGOUT))
                .and(agent -> assertThat(agent.at(Optional.empty(), agent.work())).isEqualTo(Agent.SIGNED_OUT));
    }

    @Test
    void a_deadline_that_passes_too_late_changes_nothing() {
        signedIn().givenDone(new AgentCommand.LoseBinding(S1), start(S1, "harmony", false))
                .when(new AgentCommand.DeadlinePassed("grace:s1")).then();
    }

    @Test
    void losing_a_client_twice_changes_nothing() {
        signedIn().givenDone(new AgentCommand.LoseBinding(S1)).when(new AgentCommand.LoseBinding(S1)).then();
    }

    @Test
    void signing_out_is_for_who_is_signed_in() {
        ana().when(logout()).refusedWith(Reason.NOT_SIGNED_IN);
    }

    @Test
    void who_signs_out_may_say_why() {
        Optional<NotReadyReason> reason = Optional.of(new NotReadyReason("10", "End of shift"));
        signedIn().when(new AgentCommand.EndSession(Cause.LOGOUT, reason)).then(new AgentEvent.SessionEnded(Cause.LOGOUT, reason));
    }

    @Test
    void interactions_hear_that_the_agent_is_gone() {
        ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES))
                .when(logout()).then(new AgentEvent.SessionEnded(Cause.LOGOUT))
                .asks(Subject.of(I), new OfferCommand.AgentLeft(ANA, Cause.LOGOUT));
    }

    @Test
    void an_interaction_that_is_over_hears_it_too() {
        ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I), over(I))
                .when(logout()).asks(Subject.of(I), new OfferCommand.AgentLeft(ANA, Cause.LOGOUT));
    }

    @Test
    void queues_hear_that_the_agent_is_gone() {
        ready(Medium.VOICE).when(logout())
                .asks(FollowUp.to(Subject.of(SALES), new QueueCommand.AgentNotIdle(ANA, Medium.VOICE)),
                        FollowUp.to(Subject.of(SUPPORT), new QueueCommand.AgentNotIdle(ANA, Medium.VOICE)));
    }
}
