package io.patchbay.dialect.acqueon.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The channels of Acqueon, one for each platform (acqueon.md 1.1). The channel of the sign-in is the flavour of a connection. */
public enum Flavour {
    CISCO("Cisco", "Cisco", List.of("Agent", "Connection", "InboundCall", "OutboundCall", "Team", "Error")),
    AMAZON("Amazon", "Amazon", List.of("App", "Agent", "InboundCall", "OutboundCall", "Error")),
    WEBEX("Webexcc", "Webex CC", List.of("Agent", "Inbound", "Outbound", "Error"));

    private final String channel;
    private final String eventChannel;
    private final List<String> topics;

    Flavour(String channel, String eventChannel, List<String> topics) {
        this.channel = channel;
        this.eventChannel = eventChannel;
        this.topics = topics;
    }

    /** The channel of verbs. Its case and the blanks in it do not matter. */
    public static Optional<Flavour> of(String channel) {
        String folded = channel.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\s]", "");
        return Arrays.stream(values()).filter(each -> each.channel.toLowerCase(Locale.ROOT).equals(folded)).findFirst();
    }

    public String channel() {
        return channel;
    }

    /** The channel of events, which one platform spells in another way. */
    public String eventChannel() {
        return eventChannel;
    }

    /** The topics of its events. */
    public List<String> topics() {
        return topics;
    }

    public static String channels() {
        return String.join(", ", Arrays.stream(values()).map(Flavour::channel).toList());
    }
}
