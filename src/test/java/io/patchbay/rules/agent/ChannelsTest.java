package io.patchbay.rules.agent;

import static io.patchbay.rules.agent.AgentStory.CHAT;
import static io.patchbay.rules.agent.AgentStory.I;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.SUPPORT;
import static io.patchbay.rules.agent.AgentStory.VOICE;
import static io.patchbay.rules.agent.AgentStory.activate;
import static io.patchbay.rules.agent.AgentStory.add;
import static io.patchbay.rules.agent.AgentStory.completed;
import static io.patchbay.rules.agent.AgentStory.deactivate;
import static io.patchbay.rules.agent.AgentStory.inactive;
import static io.patchbay.rules.agent.AgentStory.notReady;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.signedIn;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work.Phase;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentCommand.Serving;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.GroupId;
import io.patchbay.model.Ids;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Reason;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final List<QueueName> ALL = List.of(SALES, SUPPORT);
    private static final GroupId GROUP = new GroupId(Ids.part(Scenario.id(2), "group"));
    private static final AgentCommand ADD_GROUP = new AgentCommand.AddChannelGroup("5001", List.of(Medium.VOICE, Medium.CHAT), ALL);
    private static final ChannelId NOWHERE = new ChannelId("nowhere");

    @Test
    void a_channel_begins_inactive_and_serves_nobody() {
        signedIn().when(add(Medium.VOICE)).then(new AgentEvent.ChannelAdded(
                Channel.created(VOICE, Optional.empty(), Medium.VOICE, "5001", ALL, Scenario.second(2))));
    }

    @Test
    void an_endpoint_has_one_channel_a_medium() {
        inactive(Medium.VOICE).when(add(Medium.VOICE)).refusedWith(Reason.WRONG_STATE)
                .when(add(Medium.CHAT)).accepted();
    }

    @Test
    void an_agent_has_so_many_channels_and_no_more() {
        Scenario<Agent, AgentCommand, AgentEvent> scenario = signedIn();
        for (int i = 0; i < Channels.MOST; i++) {
            scenario.givenDone(new AgentCommand.AddChannel(Medium.CHAT, "room-" + i, ALL));
        }
        AgentCommand oneMore = new AgentCommand.AddChannel(Medium.CHAT, "one-more", ALL);
        scenario.when(oneMore).refusedWith(Reason.WRONG_STATE)
                .givenDone(new AgentCommand.RemoveChannel(CHAT))
                .when(oneMore).accepted();
    }

    @Test
    void an_endpoint_that_is_no_address_is_refused() {
        signedIn().when(new AgentCommand.AddChannel(Medium.VOICE, "50 01", ALL)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void a_group_brings_its_channels_in_the_order_asked_for() {
        signedIn().when(ADD_GROUP).then(new AgentEvent.ChannelGroupAdded(new Agent.Group(GROUP, "5001"), List.of(
                Channel.created(VOICE, Optional.of(GROUP), Medium.VOICE, "5001", ALL, Scenario.second(2)),
                Channel.created(CHAT, Optional.of(GROUP), Medium.CHAT, "*", ALL, Scenario.second(2)))));
    }

    @Test
    void a_group_comes_once() {
        signedIn().givenDone(ADD_GROUP).when(ADD_GROUP).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void each_extension_has_its_own_group() {
        signedIn().givenDone(ADD_GROUP).when(group("5091", Medium.VOICE)).accepted()
                .when(group("5001", Medium.EMAIL)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void a_group_brings_no_channel_that_is_there_already() {
        inactive(Medium.VOICE).when(ADD_GROUP).refusedWith(Reason.WRONG_STATE).when(group("5001", Medium.CHAT)).accepted()
                .when(group("5091", Medium.EMAIL)).accepted();
    }

    @Test
    void a_group_that_is_no_extension_or_has_a_medium_twice_is_refused() {
        signedIn().when(group("50 01", Medium.VOICE)).refusedWith(Reason.INVALID_DATA)
                .when(group("5001", Medium.CHAT, Medium.CHAT)).refusedWith(Reason.INVALID_DATA);
    }

    private static AgentCommand group(String name, Medium... media) {
        return new AgentCommand.AddChannelGroup(name, List.of(media), ALL);
    }

    @Test
    void a_channel_of_a_group_goes_with_its_group_only() {
        signedIn().givenDone(ADD_GROUP).when(new AgentCommand.RemoveChannel(VOICE)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void an_active_channel_is_deactivated_before_it_goes() {
        ready(Medium.VOICE).when(new AgentCommand.RemoveChannel(VOICE)).then(
                new AgentEvent.ChannelStateChanged(VOICE, Presence.READY, Presence.INACTIVE, Presence.INACTIVE, List.of(),
                        Scenario.second(5), Optional.empty(), false),
                new AgentEvent.ChannelRemoved(VOICE));
    }

    @Test
    void a_group_goes_channel_by_channel() {
        signedIn().givenDone(ADD_GROUP, activate(CHAT)).when(new AgentCommand.RemoveChannelGroup(GROUP)).then(
                new AgentEvent.ChannelRemoved(VOICE),
                new AgentEvent.ChannelStateChanged(CHAT, Presence.NOT_READY, Presence.INACTIVE, Presence.INACTIVE, List.of(),
                        Scenario.second(4), Optional.empty(), false),
                new AgentEvent.ChannelRemoved(CHAT),
                new AgentEvent.ChannelGroupRemoved(GROUP));
    }

    @Test
    void a_group_at_work_stays_whole() {
        signedIn().givenDone(ADD_GROUP, activate(CHAT), new AgentCommand.SetPresence(CHAT, Presence.READY), offer(I, Medium.SMS, SALES))
                .when(new AgentCommand.RemoveChannelGroup(GROUP)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void what_is_over_outlives_its_channel_until_completed() {
        ready(Medium.VOICE).givenDone(offer(I, Medium.VOICE, SALES), taken(I), over(I), new AgentCommand.RemoveChannel(VOICE))
                .when(completed(I)).then(new AgentEvent.SlotFreed(work(I, Phase.ENDED), true));
    }

    @Test
    void what_the_agent_does_not_have_is_unknown() {
        signedIn().when(new AgentCommand.RemoveChannel(NOWHERE)).refusedWith(Reason.UNKNOWN)
                .when(new AgentCommand.RemoveChannelGroup(GROUP)).refusedWith(Reason.UNKNOWN)
                .when(new AgentCommand.SetPresence(NOWHERE, Presence.READY)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void activating_names_the_queues_or_means_all() {
        inactive(Medium.VOICE).when(activate(VOICE, SUPPORT)).and(agent -> assertThat(served(agent)).containsExactly(SUPPORT))
                .givenDone(deactivate(VOICE))
                .when(activate(VOICE)).and(agent -> assertThat(served(agent)).containsExactly(SALES, SUPPORT));
    }

    @Test
    void a_channel_serves_what_it_was_made_for_only() {
        inactive(Medium.VOICE).when(activate(VOICE, new QueueName("billing"))).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void what_a_channel_does_not_serve_it_cannot_cease_to_serve() {
        inactive(Medium.VOICE).givenDone(activate(VOICE, SUPPORT)).when(deactivate(VOICE, SALES)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void one_unknown_channel_and_none_is_activated() {
        inactive(Medium.VOICE).when(all(VOICE, NOWHERE)).refusedWith(Reason.UNKNOWN);
    }

    @Test
    void a_channel_named_twice_is_refused() {
        inactive(Medium.VOICE).when(all(VOICE, VOICE)).refusedWith(Reason.INVALID_DATA);
    }

    @Test
    void channels_are_activated_together_in_the_order_named() {
        signedIn().givenDone(ADD_GROUP).when(all(CHAT, VOICE)).then(activated(CHAT), activated(VOICE));
    }

    private static AgentEvent activated(ChannelId channel) {
        return new AgentEvent.ChannelStateChanged(channel, Presence.INACTIVE, Presence.NOT_READY, Presence.NOT_READY, ALL,
                Scenario.second(3), Optional.empty(), false);
    }

    @Test
    void activating_all_leaves_active_ones_alone() {
        signedIn().givenDone(ADD_GROUP, activate(CHAT)).when(all(VOICE, CHAT)).then(
                new AgentEvent.ChannelStateChanged(VOICE, Presence.INACTIVE, Presence.NOT_READY, Presence.NOT_READY, ALL,
                        Scenario.second(4), Optional.empty(), false));
    }

    @Test
    void the_first_channel_that_cannot_be_deactivated_ends_the_command_and_those_before_it_stay_inactive() {
        signedIn().givenDone(ADD_GROUP, all(VOICE, CHAT), new AgentCommand.SetPresence(CHAT, Presence.READY),
                        offer(I, Medium.CHAT, SALES))
                .when(none(VOICE, CHAT)).refusedAfter(Reason.WRONG_STATE, new AgentEvent.ChannelStateChanged(VOICE, Presence.NOT_READY,
                        Presence.INACTIVE, Presence.INACTIVE, List.of(), Scenario.second(6), Optional.empty(), false))
                .when(none(CHAT, VOICE)).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void the_first_channel_that_cannot_be_activated_ends_the_command_and_those_before_it_stay_active() {
        signedIn().givenDone(ADD_GROUP).when(new AgentCommand.ActivateChannels(List.of(new Serving(VOICE, List.of()),
                new Serving(CHAT, List.of(new QueueName("billing")))), true)).refusedAfter(Reason.INVALID_DATA, activated(VOICE));
    }

    @Test
    void fewer_queues_keep_a_channel_active() {
        notReady(Medium.VOICE).when(deactivate(VOICE, SALES)).then(new AgentEvent.QueuesChanged(VOICE, ALL, List.of(SUPPORT)));
    }

    @Test
    void no_queue_left_makes_a_channel_inactive() {
        notReady(Medium.VOICE).when(deactivate(VOICE, SUPPORT, SALES)).then(
                new AgentEvent.ChannelStateChanged(VOICE, Presence.NOT_READY, Presence.INACTIVE, Presence.INACTIVE, List.of(),
                        Scenario.second(4), Optional.empty(), false));
    }

    private static List<QueueName> served(Agent agent) {
        return agent.channel(VOICE).orElseThrow().queues();
    }

    private static AgentCommand all(ChannelId... channels) {
        return new AgentCommand.ActivateChannels(List.of(channels).stream().map(c -> new Serving(c, List.of())).toList(), true);
    }

    private static AgentCommand none(ChannelId... channels) {
        return new AgentCommand.DeactivateChannels(List.of(channels).stream().map(c -> new Serving(c, List.of())).toList(), true,
                Optional.empty());
    }
}
