package io.patchbay.rules.agent;

import static io.patchbay.model.Presence.READY;
import static io.patchbay.rules.Scenario.second;
import static io.patchbay.rules.agent.AgentStory.CHAT;
import static io.patchbay.rules.agent.AgentStory.SALES;
import static io.patchbay.rules.agent.AgentStory.completed;
import static io.patchbay.rules.agent.AgentStory.logout;
import static io.patchbay.rules.agent.AgentStory.offer;
import static io.patchbay.rules.agent.AgentStory.over;
import static io.patchbay.rules.agent.AgentStory.ready;
import static io.patchbay.rules.agent.AgentStory.signedIn;
import static io.patchbay.rules.agent.AgentStory.taken;
import static io.patchbay.rules.agent.AgentStory.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Channel;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What joins late reads since when all of an agent is as it is. */
class AgentTimesTest {
    private static final InteractionId ONE = new InteractionId("CHAT000000000001");

    private static void workSince(Agent agent, int second) {
        assertThat(agent.work(ONE).flatMap(Work::since)).contains(second(second));
    }

    private static void stateSince(Agent agent, int second) {
        assertThat(agent.channel(CHAT).map(Channel::since)).contains(second(second));
    }

    @Test
    void an_agent_knows_since_when_it_is_signed_in_or_out() {
        assertThat(Agent.SIGNED_OUT.since()).isEmpty();
        signedIn().and(agent -> assertThat(agent.since()).contains(second(1)));
        ready(Medium.CHAT).and(agent -> assertThat(agent.since()).contains(second(1)))
                .when(logout()).accepted().and(agent -> assertThat(agent.since()).contains(second(5)));
    }

    @Test
    void a_channel_knows_since_when_it_is_in_its_state() {
        ready(Medium.CHAT).and(agent -> stateSince(agent, 4)).when(offer(ONE, Medium.CHAT, SALES)).accepted()
                .and(agent -> stateSince(agent, 5)).when(taken(ONE, CHAT)).accepted().and(agent -> stateSince(agent, 6))
                .when(wish(CHAT, Presence.NOT_READY)).accepted().and(agent -> stateSince(agent, 7));
    }

    @Test
    void a_contact_on_the_list_knows_since_when_it_is_in_its_phase() {
        ready(Medium.CHAT).givenDone(offer(ONE, Medium.CHAT, SALES)).and(agent -> workSince(agent, 5))
                .when(wish(CHAT, READY)).accepted().and(agent -> workSince(agent, 5))
                .when(taken(ONE, CHAT)).accepted().and(agent -> workSince(agent, 7))
                .when(over(ONE, CHAT)).accepted().and(agent -> workSince(agent, 8));
    }

    @Test
    void events_leave_to_their_own_time_what_it_says() {
        List<AgentEvent> events = ready(Medium.CHAT).givenDone(offer(ONE, Medium.CHAT, SALES), taken(ONE, CHAT), over(ONE, CHAT))
                .when(completed(ONE, CHAT)).events();

        assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(work(event)).isPresent())
                .allSatisfy(event -> assertThat(work(event).flatMap(Work::since)).isEmpty());
    }

    private static Optional<Work> work(AgentEvent event) {
        return event instanceof AgentEvent.ChannelStateChanged changed ? changed.work()
                : event instanceof AgentEvent.SlotFreed freed ? Optional.of(freed.work()) : Optional.empty();
    }

    @Test
    void times_are_to_the_millisecond_as_events_are_told() {
        Agent timed = new AgentTimes(Agent.SIGNED_OUT, Instant.ofEpochSecond(1, 2_345_678)).of(signedIn().state());

        assertThat(timed.since()).contains(Instant.ofEpochSecond(1, 2_000_000));
    }
}
