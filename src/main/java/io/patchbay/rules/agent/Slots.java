package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import java.util.List;

/** How much an agent takes at a time, and what a channel is because of it (CHOREOGRAPHY A9). */
final class Slots {
    private static final int VOICE_SLOTS = 1;
    private static final int OTHER_SLOTS = 3;

    private Slots() { }

    /** @param later what the channel goes back to once the work at hand ends */
    record Presences(Presence now, Presence later) { }

    static int capacity(Channel channel) {
        return channel.medium() == Medium.VOICE ? VOICE_SLOTS : OTHER_SLOTS;
    }

    /** One offer at a time on a channel; and one call at a time for the agent, on whichever channel. */
    static boolean free(Agent agent, Channel channel) {
        return !channel.presence().atWork()
                && agent.liveOn(channel.id()).size() < capacity(channel)
                && (channel.medium() != Medium.VOICE || agent.call().isEmpty());
    }

    /** Whether the extension of the channel takes no calls from others. */
    static boolean isUndisturbed(Agent agent, Channel channel) {
        return channel.medium() == Medium.VOICE
                && agent.devices().stream().anyMatch(e -> e.doNotDisturb() && e.extension().value().equals(channel.endpoint()));
    }

    /** The state of the channel after all work. */
    static Presence afterwards(Channel channel) {
        return channel.presence().atWork() ? channel.resume() : channel.presence();
    }

    /** The state of the channel without further work: the requested one, otherwise the one before. */
    static Presence idle(Channel channel) {
        return channel.presence().atWork() ? channel.pending().orElse(channel.resume()) : channel.presence();
    }

    /** The state of the channel with this live work. @param idle its state below capacity, without an offer */
    static Presences presences(Channel channel, List<Work> live, Presence idle) {
        if (live.stream().anyMatch(w -> w.phase() == Work.Phase.RESERVED)) {
            return new Presences(Presence.RESERVED, afterwards(channel));
        }
        return live.size() >= capacity(channel) ? new Presences(Presence.BUSY, afterwards(channel)) : new Presences(idle, idle);
    }
}
