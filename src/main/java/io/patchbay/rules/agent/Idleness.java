package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence.ChannelState;
import io.patchbay.model.QueueName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For which queues, and which media of theirs, an agent would take an offer now. It says exactly what a queue's {@code Reserve} is
 * accepted for: a queue is told of every change, so the two must not drift apart.
 */
final class Idleness {

    private Idleness() { }

    record Service(QueueName queue, Medium medium) { }

    /** The services and since when; where two channels serve one, since the longer. */
    static Map<Service, Instant> of(Agent agent) {
        Map<Service, Instant> idle = new LinkedHashMap<>();
        for (Channel channel : agent.isAbsent() ? List.<Channel>of() : agent.channels()) {
            if (channel.presence().is(ChannelState.READY) && Slots.free(agent, channel) && !Slots.isUndisturbed(agent, channel)) {
                add(channel, idle);
            }
        }
        return idle;
    }

    private static void add(Channel channel, Map<Service, Instant> idle) {
        for (QueueName queue : channel.queues()) {
            for (Medium medium : Medium.values()) {
                if (channel.medium().takes(medium)) {
                    idle.merge(new Service(queue, medium), channel.since(), (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
    }
}
