package io.patchbay.rules.agent;

import static io.patchbay.model.Presence.AFTER_CALL_WORK;
import static io.patchbay.model.Presence.BUSY;
import static io.patchbay.model.Presence.NOT_READY;
import static io.patchbay.model.Presence.READY;
import static io.patchbay.model.Presence.RESERVED;
import static io.patchbay.rules.agent.AgentStory.CHAT;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.became;
import static io.patchbay.rules.agent.AgentStory.completed;
import static io.patchbay.rules.agent.AgentStory.deactivate;
import static io.patchbay.rules.agent.AgentStory.direct;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.presence;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.wish;
import static io.patchbay.rules.agent.AgentStory.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Reason;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contacts an agent has several of at a time. */
class MessagingTest {

    /** Ready, and in that many chats. */
    private static Scenario<Agent, AgentCommand, AgentEvent> chatting(int chats) {
        Scenario<Agent, AgentCommand, AgentEvent> scenario = ready(Medium.CHAT);
        for (int n = 1; n <= chats; n++) {
            scenario.givenDone(offer(chat(n), Medium.CHAT, SALES), taken(chat(n), CHAT));
        }
        return scenario;
    }

    private static InteractionId chat(int n) {
        return new InteractionId("CHAT00000000000" + n);
    }

    private static void is(Agent agent, Presence presence) {
        assertThat(presence(agent, CHAT)).isEqualTo(presence);
    }

    @Test
    void below_capacity_the_agent_stays_ready() {
        chatting(2).and(agent -> is(agent, READY));
    }

    @Test
    void at_capacity_the_agent_is_busy_for_more() {
        chatting(3).and(agent -> is(agent, BUSY)).when(direct(chat(4), Medium.SMS)).refusedWith(Reason.BUSY);
    }

    @Test
    void one_offer_at_a_time() {
        chatting(1).givenDone(offer(chat(2), Medium.SMS, SALES)).and(agent -> is(agent, RESERVED))
                .when(offer(chat(3), Medium.CHAT, SALES)).refusedWith(Reason.BUSY);
    }

    @Test
    void one_chat_of_several_that_ends_frees_a_slot_which_the_channel_tells() {
        chatting(2).when(over(chat(1), CHAT))
                .then(became(9, READY, READY, READY, new Work(chat(1), CHAT, Medium.CHAT, Work.Phase.ENDED, true)))
                .and(agent -> is(agent, READY));
    }

    @Test
    void below_capacity_again_the_agent_is_what_it_asked_for() {
        chatting(3).givenDone(wish(CHAT, NOT_READY)).when(over(chat(1), CHAT)).and(agent -> is(agent, NOT_READY));
    }

    @Test
    void the_last_chat_ends_in_after_call_work() {
        chatting(2).givenDone(over(chat(2), CHAT)).when(over(chat(1), CHAT)).and(agent -> is(agent, AFTER_CALL_WORK));
    }

    @Test
    void after_call_work_is_for_all_that_is_not_completed() {
        chatting(2).givenDone(over(chat(1), CHAT), over(chat(2), CHAT), completed(chat(2), CHAT))
                .and(agent -> is(agent, AFTER_CALL_WORK))
                .when(completed(chat(1), CHAT)).and(agent -> is(agent, READY));
    }

    @Test
    void after_call_work_ends_with_what_it_is_for_while_another_chat_goes_on() {
        chatting(1).givenDone(over(chat(1), CHAT), invited(chat(2)), taken(chat(2), CHAT)).and(agent -> is(agent, AFTER_CALL_WORK))
                .when(completed(chat(1), CHAT)).and(agent -> is(agent, READY));
    }

    @Test
    void a_chat_completed_while_it_goes_on_frees_its_slot_and_the_channel_tells_it() {
        chatting(1).when(completed(chat(1), CHAT))
                .then(new AgentEvent.ChannelStateChanged(CHAT, READY, READY, READY, List.of(SALES, AgentStory.SUPPORT), Scenario.second(7),
                        Optional.of(new Work(chat(1), CHAT, Medium.CHAT, Work.Phase.ACTIVE, true)), true));
    }

    @Test
    void who_is_in_a_chat_is_not_asked_into_it_again() {
        chatting(1).when(direct(chat(1), Medium.CHAT)).refusedWith(Reason.BUSY);
    }

    private static AgentCommand invited(InteractionId chat) {
        return new AgentCommand.Reserve(AgentStory.ANA, chat, Medium.CHAT, Optional.empty(), true);
    }

    @Test
    void who_went_not_ready_meanwhile_stays_so() {
        chatting(1).givenDone(wish(CHAT, NOT_READY)).when(over(chat(1), CHAT)).and(agent -> is(agent, NOT_READY));
    }

    @Test
    void an_offer_withdrawn_leaves_the_chats_at_hand_alone() {
        chatting(2).givenDone(offer(chat(3), Medium.CHAT, SALES)).when(withdrawn(chat(3), CHAT))
                .and(agent -> is(agent, READY)).and(agent -> assertThat(agent.liveOn(CHAT)).hasSize(2));
    }

    @Test
    void a_channel_with_a_chat_at_hand_cannot_be_deactivated() {
        chatting(1).when(deactivate(CHAT)).refusedWith(Reason.WRONG_STATE);
    }
}
