package io.patchbay.rules.agent;

import static io.patchbay.model.Presence.AFTER_CALL_WORK;
import static io.patchbay.model.Presence.BUSY;
import static io.patchbay.model.Presence.NOT_READY;
import static io.patchbay.model.Presence.READY;
import static io.patchbay.model.Presence.RESERVED;
import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.BEN;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.J;
import static io.patchbay.rules.agent.AgentStory.PLACE;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static io.patchbay.rules.agent.AgentStory.TERMS;
import static io.patchbay.rules.agent.AgentStory.VOICE;
import static io.patchbay.rules.agent.AgentStory.became;
import static io.patchbay.rules.agent.AgentStory.completed;
import static io.patchbay.rules.agent.AgentStory.dial;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.notReady;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.presence;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.wish;
import static io.patchbay.rules.agent.AgentStory.withdrawn;
import static io.patchbay.rules.agent.AgentStory.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.Agent.Work.Phase;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.ChannelId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Ids;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Queue;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.rules.InteractionData;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls. Ana becomes ready with command 4; her work begins with command 5. */
class WorkTest {
    private static final Address EXTENSION = new Address("5001");
    private static final OfferCommand ALERT =
            new OfferCommand.Alert(ANA, VOICE, EXTENSION, Optional.of(new QueuePlace(SALES, PLACE)));

    private static Scenario<Agent, AgentCommand, AgentEvent> offered() {
        return ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES));
    }

    private static Scenario<Agent, AgentCommand, AgentEvent> talking() {
        return offered().givenDone(taken(I));
    }

    @Test
    void an_offer_reserves_the_slot_and_asks_the_interaction_to_alert() {
        ready(Medium.VOICE).when(offer(I, Medium.VOICE, SALES))
                .then(new AgentEvent.ChannelStateChanged(VOICE, READY, RESERVED, READY, List.of(SALES, SUPPORT), Scenario.second(5),
                        Optional.of(work(I, Phase.RESERVED)), false, Optional.of(ALERT), Optional.empty(), Optional.empty()))
                .and(agent -> assertThat(agent.call().map(Work::untimed)).contains(work(I, Phase.RESERVED)));
    }

    @Test
    void an_offer_the_interaction_does_not_want_any_more_is_undone() {
        OfferCommand alert = new OfferCommand.Alert(ANA, VOICE, EXTENSION, Optional.empty());

        ready(Medium.VOICE).when(direct(I, Medium.VOICE))
                .asks(FollowUp.to(Subject.of(I), alert, AgentStory.inVain(I, alert)),
                        QueueNoticesTest.notIdle(SALES, Medium.VOICE), QueueNoticesTest.notIdle(SUPPORT, Medium.VOICE));
    }

    @Test
    void what_the_interaction_did_not_want_is_gone_as_it_was_offered() {
        offered().when(AgentStory.inVain(I, ALERT))
                .then(new AgentEvent.ChannelStateChanged(VOICE, RESERVED, READY, READY, List.of(SALES, SUPPORT), Scenario.second(6),
                        Optional.of(work(I, Phase.RESERVED)), true, Optional.empty(), Optional.of(ALERT), Optional.empty()));
    }

    @Test
    void dialling_takes_the_slot_and_asks_a_new_interaction_to_originate() {
        InteractionId dialled = Ids.interaction(Scenario.id(4));
        Work work = new Work(dialled, VOICE, Medium.VOICE, Phase.ACTIVE, false);
        OfferCommand originate = new OfferCommand.Originate(ANA, VOICE, EXTENSION, BEN, TERMS, Map.of());

        notReady(Medium.VOICE).when(dial(VOICE))
                .then(new AgentEvent.ChannelStateChanged(VOICE, NOT_READY, BUSY, NOT_READY, List.of(SALES, SUPPORT), Scenario.second(4),
                        Optional.of(work), false, Optional.of(originate), Optional.empty(), Optional.empty()))
                .asks(FollowUp.to(Subject.of(dialled), originate, AgentStory.inVain(dialled, originate)));
    }

    @Test
    void what_is_dialled_begins_with_the_data_it_is_dialled_with() {
        Map<String, String> data = Map.of("campaign", "c7");
        OfferCommand originate = new OfferCommand.Originate(ANA, VOICE, EXTENSION, BEN, TERMS, data);
        InteractionId dialled = Ids.interaction(Scenario.id(4));

        notReady(Medium.VOICE).when(new AgentCommand.MakeCall(VOICE, ANA, BEN, TERMS, data))
                .asks(FollowUp.to(Subject.of(dialled), originate, AgentStory.inVain(dialled, originate)));
        notReady(Medium.VOICE).when(new AgentCommand.MakeCall(VOICE, ANA, BEN, TERMS, Map.of("k", "x".repeat(InteractionData.LIMIT))))
                .refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void an_answered_call_makes_busy() {
        offered().when(taken(I)).then(became(6, RESERVED, BUSY, READY, work(I, Phase.ACTIVE)));
    }

    @Test
    void what_was_taken_or_is_over_is_not_taken_once_more() {
        talking().when(taken(I)).then();
        talking().givenDone(over(I)).when(taken(I)).then();
    }

    @Test
    void a_call_of_a_queue_ends_in_after_call_work() {
        talking().when(over(I)).then(became(7, BUSY, AFTER_CALL_WORK, AFTER_CALL_WORK, work(I, Phase.ENDED)));
    }

    @Test
    void an_interaction_that_came_back_in_vain_is_still_to_be_completed() {
        offeredAgain().when(AgentStory.inVain(I, ALERT))
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(READY))
                .and(agent -> assertThat(agent.work()).map(Work::untimed).containsExactly(work(I, Phase.ENDED)));
    }

    @Test
    void a_direct_call_ends_in_the_state_before_it() {
        notReady(Medium.VOICE).givenDone(direct(I, Medium.VOICE), taken(I)).when(over(I))
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(NOT_READY));
    }

    @Test
    void an_offer_withdrawn_leaves_no_trace() {
        offered().when(withdrawn(I))
                .then(new AgentEvent.ChannelStateChanged(VOICE, RESERVED, READY, READY, List.of(SALES, SUPPORT), Scenario.second(6),
                        Optional.of(work(I, Phase.RESERVED)), true))
                .and(agent -> assertThat(agent.work()).isEmpty());
    }

    @Test
    void what_was_asked_for_while_alerting_is_kept_through_the_call() {
        offered().givenDone(wish(VOICE, NOT_READY), taken(I)).when(over(I)).accepted()
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(NOT_READY))
                .and(agent -> assertThat(agent.channel(VOICE).orElseThrow().pending()).isEmpty());
    }

    @Test
    void completing_ends_after_call_work() {
        talking().givenDone(over(I)).when(completed(I))
                .then(new AgentEvent.ChannelStateChanged(VOICE, AFTER_CALL_WORK, READY, READY, List.of(SALES, SUPPORT), Scenario.second(8),
                        Optional.of(work(I, Phase.ENDED)), true))
                .and(agent -> assertThat(agent.work()).isEmpty());
    }

    @Test
    void completing_later_changes_no_state_again() {
        talking().givenDone(over(I), wish(VOICE, NOT_READY)).when(completed(I))
                .then(new AgentEvent.SlotFreed(work(I, Phase.ENDED), true))
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(NOT_READY));
    }

    @Test
    void after_call_work_goes_on_after_a_call_that_interrupts_it() {
        talking().givenDone(over(I), direct(J, Medium.VOICE), taken(J)).when(over(J))
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(AFTER_CALL_WORK));
    }

    @Test
    void after_call_work_that_was_completed_during_another_call_does_not_come_back() {
        talking().givenDone(over(I), direct(J, Medium.VOICE), taken(J), completed(I)).when(over(J))
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(READY));
    }

    @Test
    void completing_what_asks_for_no_after_call_work_ends_none() {
        ready(Medium.VOICE).givenDone(direct(I, Medium.VOICE), taken(I), over(I), wish(VOICE, AFTER_CALL_WORK)).when(completed(I))
                .and(agent -> assertThat(presence(agent, VOICE)).isEqualTo(AFTER_CALL_WORK));
    }

    private static Scenario<Agent, AgentCommand, AgentEvent> offeredAgain() {
        return talking().givenDone(over(I), wish(VOICE, READY), offer(I, Medium.VOICE, SALES));
    }

    @Test
    void an_interaction_can_come_back_to_who_had_it() {
        offeredAgain().when(completed(I)).then(new AgentEvent.SlotFreed(work(I, Phase.RESERVED), false))
                .and(agent -> assertThat(agent.work()).map(Work::untimed).containsExactly(work(I, Phase.RESERVED)))
                .when(completed(I)).then()
                .when(withdrawn(I)).and(agent -> assertThat(agent.work()).isEmpty());
    }

    @Test
    void an_interaction_that_came_back_in_vain_and_was_completed_meanwhile_is_gone() {
        offeredAgain().givenDone(completed(I)).when(AgentStory.inVain(I, ALERT)).accepted()
                .and(agent -> assertThat(agent.work()).isEmpty());
    }

    @Test
    void a_queue_learns_that_the_interaction_did_not_want_its_offer() {
        offered().when(AgentStory.inVain(I, ALERT)).asks(QueueNoticesTest.idle(SALES, Medium.VOICE, 6),
                QueueNoticesTest.idle(SUPPORT, Medium.VOICE, 6),
                FollowUp.to(Subject.of(SALES), new QueueCommand.GiveBack(I, ANA, PLACE, Queue.Tried.Why.UNUSABLE)));
    }

    @Test
    void who_has_a_call_on_one_channel_is_busy_on_all() {
        talking().givenDone(new AgentCommand.AddChannel(Medium.VOICE, "5091", List.of(SALES)),
                        AgentStory.activate(AgentStory.channel(7, Medium.VOICE)), wish(AgentStory.channel(7, Medium.VOICE), READY))
                .when(offer(J, Medium.VOICE, SALES)).refusedWith(Reason.BUSY)
                .when(dial(AgentStory.channel(7, Medium.VOICE))).refusedWith(Reason.BUSY);
    }

    @Test
    void follow_ups_that_come_too_late_change_nothing() {
        ready(Medium.VOICE).when(over(I)).then().when(withdrawn(I)).then().when(completed(I)).then()
                .when(taken(I)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void what_an_earlier_session_released_stays_reserved_in_this_one() {
        ChannelId before = VOICE;

        offered().givenDone(AgentStory.logout(), AgentStory.start(AgentStory.S1, "harmony", false), AgentStory.add(Medium.VOICE),
                        AgentStory.activate(AgentStory.channel(8, Medium.VOICE)), direct(I, Medium.VOICE))
                .when(withdrawn(I, before)).then().when(over(I, before)).then().when(completed(I, before)).then()
                .when(taken(I, before)).refusedWith(Reason.NOT_MINE);
    }

    @Test
    void a_queue_the_channel_does_not_serve_gets_nobody() {
        ready(Medium.VOICE).givenDone(AgentStory.deactivate(VOICE, SALES))
                .when(offer(I, Medium.VOICE, SALES)).refusedWith(Reason.NOT_AVAILABLE)
                .when(offer(I, Medium.CHAT, SUPPORT)).refusedWith(Reason.NOT_AVAILABLE);
    }
}
