package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Agent;
import io.patchbay.model.Channel;
import io.patchbay.model.Medium;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names of channels in paths and bodies (BINDINGS, Genesys). */
public enum ChannelName {
    VOICE(Medium.VOICE), CHAT(Medium.CHAT), SMS(Medium.SMS), EMAIL(Medium.EMAIL), CALLBACK(Medium.CALLBACK);

    private final Medium medium;

    ChannelName(Medium medium) {
        this.medium = medium;
    }

    /** Empty for a name that is no channel here. */
    public static Optional<ChannelName> of(String name) {
        return Arrays.stream(values()).filter(each -> each.text().equals(name)).findFirst();
    }

    public static ChannelName of(Medium medium) {
        return Arrays.stream(values()).filter(each -> each.medium == medium).findFirst().orElseThrow();
    }

    public Medium medium() {
        return medium;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The agent's channel of this name. Short messages come on a chat channel where the agent has no channel for them. */
    public Optional<Channel> of(Agent agent) {
        return own(agent).or(() -> this == SMS ? CHAT.own(agent) : Optional.empty());
    }

    /** The agent's first channel of this very medium. */
    public Optional<Channel> own(Agent agent) {
        return agent.channels().stream().filter(channel -> channel.medium() == medium).findFirst();
    }
}
