package io.patchbay.dialog;

import io.patchbay.model.Agent;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import java.util.List;
import java.util.Optional;

/** The states of an agent as Finesse names them (its states of a user). */
public enum AgentWord {
    READY, NOT_READY, RESERVED, TALKING, HOLD, WORK, LOGOUT;

    /** The state of the agent on its telephone. @param own its legs in calls */
    public static AgentWord of(Agent agent, List<Connection> own) {
        if (!agent.isSignedIn()) {
            return LOGOUT;
        }
        AgentWord word = voice(agent).map(channel -> of(channel.presence())).orElse(NOT_READY);
        boolean held = !own.isEmpty() && own.stream().allMatch(leg -> leg.is(State.HELD));
        return word == TALKING && held ? HOLD : word;
    }

    /** One that is set, or asked for during work. */
    public static AgentWord of(Presence presence) {
        return switch (presence.state()) {
            case READY -> READY;
            case INACTIVE, NOT_READY -> NOT_READY;
            case RESERVED -> RESERVED;
            case BUSY -> TALKING;
            case AFTER_CALL_WORK -> WORK;
        };
    }

    /** The voice channel that is shown: the one with the call, else the first active one, else the first. */
    public static Optional<Channel> voice(Agent agent) {
        List<Channel> all = agent.channels().stream().filter(channel -> channel.medium() == Medium.VOICE).toList();
        return agent.call().flatMap(work -> agent.channel(work.channel()))
                .or(() -> all.stream().filter(Channel::isActive).findFirst()).or(() -> all.stream().findFirst());
    }
}
