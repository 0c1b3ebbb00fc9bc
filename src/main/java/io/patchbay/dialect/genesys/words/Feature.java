package io.patchbay.dialect.genesys.words;

import io.patchbay.model.AgentEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the directory allows a user to use (genesys.md 3.2). */
public enum Feature {
    API_VOICE,
    API_VOICE_OUTBOUND,
    API_MULTIMEDIA,
    API_MULTIMEDIA_CHAT,
    API_SUPERVISOR_AGENT_CONTROL,
    API_SUPERVISOR_MONITORING;

    /** The features of this user; all of them if the directory names none. */
    public static List<Feature> of(AgentEntry user) {
        return Arrays.stream(values()).filter(feature -> feature.isOf(user)).toList();
    }

    /** What a user must have to work on this channel. */
    public static Feature of(ChannelName channel) {
        return channel == ChannelName.VOICE ? API_VOICE : API_MULTIMEDIA;
    }

    public boolean isOf(AgentEntry user) {
        return user.profile().has(text());
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
