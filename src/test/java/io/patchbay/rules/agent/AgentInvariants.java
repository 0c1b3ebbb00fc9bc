package io.patchbay.rules.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentId;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.Queue.Idle;
import io.patchbay.model.QueueName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of an agent after every event. */
public final class AgentInvariants {

    private AgentInvariants() { }

    public static void hold(Agent agent) {
        if (!agent.isSignedIn()) {
            assertThat(agent.at(Optional.empty(), agent.work())).isEqualTo(Agent.SIGNED_OUT);
        }
        assertThat(agent.work().stream().filter(w -> w.medium() == Medium.VOICE && w.isLive())).as("live calls").hasSizeLessThan(2);
        assertThat(agent.work().stream().map(Work::interaction)).doesNotHaveDuplicates();
        assertThat(agent.channels().stream().map(Channel::id)).doesNotHaveDuplicates();
        assertThat(agent.work().stream().filter(Work::isLive)).as("live work on a channel")
                .allSatisfy(w -> assertThat(agent.channel(w.channel())).isPresent());
        assertThat(agent.devices().stream().map(Agent.Device::extension)).doesNotHaveDuplicates();
        agent.channels().forEach(c -> hold(c, agent.liveOn(c.id())));
    }

    /** When nothing is under way, no call waits to be completed by itself. */
    public static void atRest(Agent agent) {
        assertThat(Completion.due(agent)).as("to be completed of %s", agent).isEmpty();
    }

    private static void hold(Channel channel, List<Work> live) {
        Presence now = channel.presence();
        long offered = live.stream().filter(w -> w.phase() == Work.Phase.RESERVED).count();
        int capacity = channel.medium() == Medium.VOICE ? 1 : 3;
        assertThat(live.size()).as("live work of %s", channel).isLessThanOrEqualTo(capacity);
        assertThat(offered).isLessThanOrEqualTo(1);
        assertThat(now.is(ChannelState.RESERVED)).as("%s reserved with %s", channel, live).isEqualTo(offered == 1);
        assertThat(now.is(ChannelState.BUSY)).as("%s busy with %s", channel, live).isEqualTo(offered == 0 && live.size() == capacity);
        assertThat(channel.allowed()).containsAll(channel.queues());
        if (!now.atWork()) {
            assertThat(channel.resume()).isEqualTo(now);
            assertThat(channel.pending()).isEmpty();
        }
        if (!channel.isActive()) {
            assertThat(channel.queues()).isEmpty();
            assertThat(live).isEmpty();
        }
    }

    /** What a queue should know of the agent when nothing is under way. */
    public static Set<Idle> idle(AgentId id, Agent agent, QueueName queue) {
        return Idleness.of(agent).entrySet().stream().filter(e -> e.getKey().queue().equals(queue))
                .map(e -> new Idle(id, e.getKey().medium(), e.getValue())).collect(Collectors.toSet());
    }
}
