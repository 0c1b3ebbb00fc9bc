package io.patchbay.rules.queue;

import static io.patchbay.rules.Scenario.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.PartyId;
import io.patchbay.model.Queue;
import io.patchbay.model.Queue.Exit;
import io.patchbay.model.Queue.Tried.Why;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Subject;
import io.patchbay.rules.Rules;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueRulesTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final AgentId BEN = new AgentId("ben");
    private static final AgentId CARO = new AgentId("caro");
    private static final InteractionId I = new InteractionId("I000000000000001");
    private static final InteractionId J = new InteractionId("J000000000000001");
    private static final InteractionId CHAT = new InteractionId("CHAT000000000001");
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), AGAIN, Duration.ofMinutes(5));
    private static final PartyId PLACE = new PartyId("0123456789ABCDEF");
    private static final Rules<Queue, QueueCommand, QueueEvent> RULES = new WithoutStatus(new QueueRules());

    private static Scenario<Queue, QueueCommand, QueueEvent> sales() {
        return Scenario.of(RULES, Subject.of(new QueueName("sales")));
    }

    private static QueueCommand arrives(InteractionId interaction, int at) {
        return new QueueCommand.Enqueue(interaction, Medium.VOICE, second(at), true, TERMS, PLACE);
    }

    private static QueueCommand idle(AgentId agent, int since) {
        return new QueueCommand.AgentIdle(agent, Medium.VOICE, second(since));
    }

    private static QueueCommand passed(InteractionId interaction, AgentId agent) {
        return new QueueCommand.GiveBack(interaction, agent, PLACE);
    }

    private static QueueCommand unusable(InteractionId interaction, AgentId agent) {
        return new QueueCommand.GiveBack(interaction, agent, PLACE, Why.UNUSABLE);
    }

    private static QueueEvent queued(InteractionId interaction, int at) {
        return new QueueEvent.ContactQueued(
                new Queue.Contact(interaction, Medium.VOICE, second(at), true, TERMS, PLACE, Optional.empty(), List.of()));
    }

    private static QueueEvent offered(InteractionId interaction, AgentId agent) {
        return new QueueEvent.ContactOffered(interaction, agent, true, Medium.VOICE);
    }

    private static QueueEvent isIdle(AgentId agent, int since) {
        return new QueueEvent.AgentBecameIdle(new Queue.Idle(agent, Medium.VOICE, second(since)));
    }

    @Test
    void a_contact_is_offered_to_the_agent_idle_longest() {
        sales().givenDone(idle(ANA, 20), idle(BEN, 10)).when(arrives(I, 30)).then(queued(I, 30), offered(I, BEN));
    }

    @Test
    void an_idle_agent_is_offered_what_arrived_first() {
        sales().givenDone(arrives(I, 30), arrives(J, 20)).when(idle(ANA, 40)).then(isIdle(ANA, 40), offered(J, ANA));
    }

    @Test
    void an_offer_reserves_the_agent_or_is_undone() {
        sales().givenDone(idle(ANA, 1)).when(arrives(I, 2)).asks(FollowUp.to(Subject.of(ANA),
                new AgentCommand.Reserve(ANA, I, Medium.VOICE, Optional.of(new QueuePlace(new QueueName("sales"), PLACE)), true),
                new QueueCommand.QueueReserveRefused(I, ANA, PLACE)));
    }

    @Test
    void an_agent_that_cannot_take_it_is_followed_by_the_next() {
        sales().givenDone(idle(ANA, 1), idle(BEN, 2), arrives(I, 3)).when(new QueueCommand.QueueReserveRefused(I, ANA, PLACE))
                .then(new QueueEvent.ContactReturned(I, ANA, second(4), Optional.empty()), offered(I, BEN));
    }

    @Test
    void an_agent_idle_again_before_its_refusal_is_heard_of_is_not_lost() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), idle(ANA, 3)).when(new QueueCommand.QueueReserveRefused(I, ANA, PLACE))
                .then(new QueueEvent.ContactReturned(I, ANA, second(4), Optional.empty()), offered(I, ANA));
    }

    @Test
    void who_let_it_pass_is_not_next() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), passed(I, ANA)).when(idle(ANA, 4)).then(isIdle(ANA, 4))
                .when(idle(BEN, 5)).then(isIdle(BEN, 5), offered(I, BEN));
    }

    @Test
    void it_makes_no_difference_whether_the_agent_or_the_contact_is_back_first() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), idle(ANA, 3)).when(passed(I, ANA))
                .then(new QueueEvent.ContactReturned(I, ANA, second(4), Optional.of(Why.PASSED)));
    }

    @Test
    void who_let_it_pass_gets_it_again_when_the_others_have_had_it() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), passed(I, ANA), idle(ANA, 4), idle(BEN, 5), idle(BEN, 6))
                .when(passed(I, BEN)).then(new QueueEvent.ContactReturned(I, BEN, second(7), Optional.of(Why.PASSED)), offered(I, ANA));
    }

    @Test
    void two_who_cannot_take_it_are_not_asked_in_turns() {
        sales().givenDone(idle(ANA, 1), idle(BEN, 2), arrives(I, 3), unusable(I, ANA), idle(ANA, 4)).when(unusable(I, BEN))
                .then(new QueueEvent.ContactReturned(I, BEN, second(6), Optional.of(Why.UNUSABLE)))
                .when(idle(BEN, 7)).then(isIdle(BEN, 7));
    }

    @Test
    void who_cannot_take_it_has_not_had_it() {
        sales().givenDone(idle(ANA, 1), idle(BEN, 2), arrives(I, 3), passed(I, ANA), idle(ANA, 4)).when(unusable(I, BEN))
                .then(new QueueEvent.ContactReturned(I, BEN, second(6), Optional.of(Why.UNUSABLE)));
    }

    @Test
    void who_cannot_take_it_does_not_get_it_because_the_others_have_had_it() {
        sales().givenDone(idle(ANA, 1), idle(BEN, 2), arrives(I, 3), unusable(I, ANA), idle(ANA, 5), idle(BEN, 6))
                .when(passed(I, BEN)).then(new QueueEvent.ContactReturned(I, BEN, second(7), Optional.of(Why.PASSED)));
    }

    @Test
    void who_cannot_take_it_is_not_waited_for() {
        sales().givenDone(idle(CARO, 1), arrives(I, 2), unusable(I, CARO), idle(CARO, 4), idle(ANA, 5), passed(I, ANA), idle(ANA, 7),
                        idle(BEN, 8), idle(BEN, 9))
                .when(passed(I, BEN)).then(new QueueEvent.ContactReturned(I, BEN, second(10), Optional.of(Why.PASSED)), offered(I, ANA));
    }

    @Test
    void who_is_idle_for_another_medium_is_not_waited_for() {
        sales().givenDone(new QueueCommand.AgentIdle(CARO, Medium.CHAT, second(1)), idle(ANA, 2), arrives(I, 3), passed(I, ANA),
                        idle(ANA, 5), idle(BEN, 6), idle(BEN, 7))
                .when(passed(I, BEN)).then(new QueueEvent.ContactReturned(I, BEN, second(8), Optional.of(Why.PASSED)), offered(I, ANA));
    }

    @Test
    void who_let_it_pass_gets_it_again_after_a_while() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), passed(I, ANA), idle(ANA, 4))
                .and(queue -> assertThat(RULES.deadlines(queue)).hasSize(1).containsValue(AGAIN))
                .and(queue -> sales().given(queued(I, 2), offered(I, ANA),
                        new QueueEvent.ContactReturned(I, ANA, second(3), Optional.of(Why.PASSED)),
                        isIdle(ANA, 4)).when(new QueueCommand.QueueDeadline(RULES.deadlines(queue).keySet().iterator().next()))
                        .then(new QueueEvent.TryForgotten(I, ANA), offered(I, ANA)));
    }

    @Test
    void who_let_one_pass_may_take_the_next() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), passed(I, ANA), idle(ANA, 4))
                .when(arrives(J, 5)).then(queued(J, 5), offered(J, ANA));
    }

    @Test
    void a_contact_that_comes_back_keeps_its_place() {
        sales().givenDone(arrives(I, 10), arrives(J, 20), new QueueCommand.Leave(I, Exit.TAKEN), arrives(I, 10))
                .when(idle(ANA, 30)).then(isIdle(ANA, 30), offered(I, ANA));
    }

    @Test
    void a_medium_is_offered_to_its_own_agents() {
        sales().givenDone(new QueueCommand.AgentIdle(ANA, Medium.CHAT, second(1))).when(arrives(I, 2)).then(queued(I, 2));
    }

    @Test
    void an_agent_that_is_not_idle_any_more_is_offered_nothing() {
        sales().givenDone(idle(ANA, 1), new QueueCommand.AgentNotIdle(ANA, Medium.VOICE)).when(arrives(I, 3)).then(queued(I, 3));
    }

    @Test
    void what_comes_again_or_too_late_changes_nothing() {
        sales().when(new QueueCommand.Leave(I, Exit.TAKEN)).then().when(passed(I, ANA)).then()
                .when(new QueueCommand.AgentNotIdle(ANA, Medium.VOICE)).then()
                .when(new QueueCommand.QueueReserveRefused(I, ANA, PLACE)).then()
                .when(new QueueCommand.QueueDeadline("again:I:ana:1")).then()
                .givenDone(arrives(I, 6)).when(arrives(I, 6)).then()
                .givenDone(idle(ANA, 8)).when(new QueueCommand.QueueReserveRefused(I, BEN, PLACE)).then()
                .when(passed(I, BEN)).then();
    }

    @Test
    void who_is_no_longer_idle_is_one_agent_for_one_medium() {
        sales().givenDone(idle(ANA, 1)).when(new QueueCommand.AgentNotIdle(ANA, Medium.CHAT)).then()
                .when(new QueueCommand.AgentNotIdle(BEN, Medium.VOICE)).then();
    }

    @Test
    void what_was_given_back_before_the_contact_came_anew_changes_nothing() {
        PartyId earlier = new PartyId("FEDCBA9876543210");

        sales().givenDone(idle(ANA, 1), arrives(I, 2)).when(new QueueCommand.GiveBack(I, ANA, earlier)).then()
                .when(new QueueCommand.QueueReserveRefused(I, ANA, earlier)).then();
    }

    @Test
    void who_is_offered_a_contact_is_offered_no_other_of_its_medium_meanwhile() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), idle(ANA, 3), new QueueCommand.AgentIdle(ANA, Medium.CHAT, second(4)))
                .when(arrives(J, 5)).then(queued(J, 5))
                .when(new QueueCommand.Enqueue(CHAT, Medium.CHAT, second(6), true, TERMS, PLACE))
                .and(queue -> assertThat(queue.contact(CHAT).orElseThrow().offeredTo()).contains(ANA));
    }

    @Test
    void each_try_is_forgotten_in_its_own_time() {
        sales().givenDone(idle(ANA, 1), arrives(I, 2), passed(I, ANA), idle(BEN, 4), passed(I, BEN))
                .and(queue -> assertThat(RULES.deadlines(queue)).hasSize(2))
                .when(new QueueCommand.QueueDeadline("again:" + I + ":ana:" + second(3).toEpochMilli()))
                .then(new QueueEvent.TryForgotten(I, ANA));
    }

    @Test
    void an_idle_agent_told_of_twice_is_one() {
        sales().givenDone(idle(ANA, 1)).when(idle(ANA, 1)).then()
                .when(idle(ANA, 2)).and(queue -> assertThat(queue.idle()).containsExactly(new Queue.Idle(ANA, Medium.VOICE, second(2))));
    }
}
