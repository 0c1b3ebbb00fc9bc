package io.patchbay.dialect.harmony.words;

import io.patchbay.model.Agent;
import io.patchbay.model.CallId;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.GroupId;
import io.patchbay.model.InteractionId;
import io.patchbay.model.SessionId;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the dotted paths of one binding's objects (harmony.md 1.6). A group and a channel may share an id: only whole paths name. */
public record HarmonyTargets(SessionId session, Agent agent) {

    /** The interaction that a path names, also one that is gone. Its last id of that form, because a call's id is longer. */
    public static Optional<InteractionId> interactionIn(String path) {
        return Stream.of(path.split("\\.")).filter(InteractionId::fits).reduce((before, last) -> last).map(InteractionId::new);
    }

    public String path() {
        return session.value();
    }

    public String path(GroupId group) {
        return session + "." + group;
    }

    /** A channel that is gone meanwhile has lost its group. */
    public String path(ChannelId channel) {
        return parent(channel) + "." + channel;
    }

    public String path(ChannelId channel, InteractionId interaction) {
        return path(channel) + "." + interaction;
    }

    public String path(ChannelId channel, InteractionId interaction, CallId call) {
        return path(channel, interaction) + "." + call;
    }

    /** The parent of a channel: its group, or the session if it has no group. */
    public String parent(ChannelId channel) {
        return agent.channel(channel).flatMap(Channel::group).map(this::path).orElse(path());
    }
}
