package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.ANA;
import static io.patchbay.rules.agent.AgentStory.CHAT;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static io.patchbay.rules.agent.AgentStory.VOICE;
import static io.patchbay.rules.agent.AgentStory.activate;
import static io.patchbay.rules.agent.AgentStory.channel;
import static io.patchbay.rules.agent.AgentStory.completed;
import static io.patchbay.rules.agent.AgentStory.deactivate;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.notReady;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.wish;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.ChannelId;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What queues are told of an agent. */
class QueueNoticesTest {

    static FollowUp idle(QueueName queue, Medium medium, int since) {
        return FollowUp.to(Subject.of(queue), new QueueCommand.AgentIdle(ANA, medium, Scenario.second(since)));
    }

    static FollowUp notIdle(QueueName queue, Medium medium) {
        return FollowUp.to(Subject.of(queue), new QueueCommand.AgentNotIdle(ANA, medium));
    }

    @Test
    void every_queue_served_hears_of_a_ready_agent() {
        notReady(Medium.VOICE).when(wish(VOICE, Presence.READY)).asks(idle(SALES, Medium.VOICE, 4), idle(SUPPORT, Medium.VOICE, 4));
    }

    @Test
    void who_is_ready_on_two_channels_is_so_since_the_first() {
        ready(Medium.VOICE).givenDone(new AgentCommand.AddChannel(Medium.VOICE, "5091", List.of(SALES)),
                        activate(channel(5, Medium.VOICE)))
                .when(wish(channel(5, Medium.VOICE), Presence.READY)).asksNothing();
    }

    @Test
    void a_chat_channel_is_ready_for_sms_too() {
        notReady(Medium.CHAT).givenDone(deactivate(CHAT, SUPPORT))
                .when(wish(CHAT, Presence.READY)).asks(idle(SALES, Medium.CHAT, 5), idle(SALES, Medium.SMS, 5));
    }

    @Test
    void a_queue_no_longer_served_hears_of_it() {
        ready(Medium.VOICE).when(deactivate(VOICE, SALES)).asks(notIdle(SALES, Medium.VOICE));
    }

    @Test
    void another_reason_for_not_ready_is_no_news() {
        notReady(Medium.VOICE).when(wish(VOICE, Presence.notReady(new Presence.NotReadyReason("7", "Lunch")))).asksNothing();
    }

    @Test
    void queues_hear_of_the_agent_again_when_after_call_work_ends() {
        ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I), over(I))
                .when(completed(I)).asks(idle(SALES, Medium.VOICE, 8), idle(SUPPORT, Medium.VOICE, 8));
    }

    @Test
    void a_call_on_one_channel_closes_the_other_for_calls() {
        ChannelId second = channel(5, Medium.VOICE);

        OfferCommand ring = new OfferCommand.Alert(ANA, VOICE, new Address("5001"), Optional.empty());

        ready(Medium.VOICE).givenDone(new AgentCommand.AddChannel(Medium.VOICE, "5091", List.of(new QueueName("vip"))), activate(second))
                .when(wish(second, Presence.READY)).asks(idle(new QueueName("vip"), Medium.VOICE, 7))
                .when(direct(I, Medium.VOICE)).asks(
                        FollowUp.to(Subject.of(I), ring, AgentStory.inVain(I, ring)),
                        notIdle(SALES, Medium.VOICE), notIdle(SUPPORT, Medium.VOICE), notIdle(new QueueName("vip"), Medium.VOICE));
    }

    @Test
    void a_slot_freed_is_told_once_more_to_a_queue_that_may_have_lost_sight() {
        ready(Medium.CHAT).givenDone(deactivate(CHAT, SUPPORT), offer(I, Medium.CHAT, SALES), taken(I, CHAT),
                        offer(AgentStory.J, Medium.CHAT, SALES), taken(AgentStory.J, CHAT))
                .when(over(I, CHAT)).asks(idle(SALES, Medium.CHAT, 9), idle(SALES, Medium.SMS, 9));
    }

    @Test
    void completing_what_was_over_is_no_news() {
        ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I), over(I), wish(VOICE, Presence.READY))
                .when(completed(I)).asksNothing();
    }
}
