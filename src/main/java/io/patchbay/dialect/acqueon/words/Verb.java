package io.patchbay.dialect.acqueon.words;

import io.patchbay.dialect.StrictJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verbs of the channel Cisco (acqueon.md 1.3 and 1.6). A verb is found by its subtopic in any case, with blanks around it, and with
 * blanks in place of underscores.
 */
public enum Verb {
    SIGN_IN(Kind.SIGN_IN, "SetUserInfo", "A sign-in", Topics.AGENT),
    LOGIN(Kind.LOGIN, "Login", "A login", Topics.AGENT),
    LOGOUT(Kind.OWN, "Logout", "A logout", List.of("Connection", "Agent")),
    READY(Kind.OWN, "SetReadyState", "Ready", Topics.AGENT, "SetReady"),
    NOT_READY(Kind.OWN, "SetNotReadyState", "Not ready", Topics.AGENT, "SetNotReady"),
    MAKE_CALL(Kind.OWN, "SetMakeCall", "A call", Topics.CALLS, "SetMAKE_CALL", "MakeCall"),
    ANSWER(Kind.OWN, "SetANSWER", "An answer", Topics.CALLS),
    HOLD(Kind.OWN, "SetHOLD", "A hold", Topics.CALLS),
    RETRIEVE(Kind.OWN, "SetRETRIEVE", "A retrieval", Topics.CALLS),
    CONSULT(Kind.OWN, "SetCONSULT", "A consult", Topics.CALLS, "SetCONSULT_CALL"),
    TRANSFER(Kind.OWN, "SetTRANSFER", "A transfer", Topics.CALLS),
    CONFERENCE(Kind.OWN, "SetCONFERENCE", "A conference", Topics.CALLS, "SetCONFERENCE_CALL"),
    DIRECT_TRANSFER(Kind.OWN, "SetTRANSFER_SST", "A direct transfer", Topics.CALLS),
    DROP(Kind.OWN, "SetDROP", "A drop", Topics.CALLS),
    SEND_DTMF(Kind.OWN, "SetSEND_DTMF", "Tones", Topics.CALLS, "SetDTMF", "SendDTMF"),
    WRAP_UP(Kind.OWN, "WrapUpCall", "A wrap-up", Topics.ABOUT_CALLS),
    UPDATE_VARIABLES(Kind.OWN, "UpdateCallVariables", "A call variable", Topics.ABOUT_CALLS),
    BARGE(Kind.OWN, "SetBARGE_CALL", "A barge-in", List.of("InboundCall", "OutboundCall", "Team"), "SetBARGE"),
    DROP_PARTICIPANT(Kind.OWN, "SetDropParticipant", "A drop", List.of("Team", "InboundCall", "OutboundCall")),
    SILENT_MONITORING(Kind.TEAM, "SetSilentMonitoring", "Monitoring", Topics.TEAM, "SetSILENT_MONITOR"),
    TEAM_NOT_READY(Kind.TEAM, "SetTeamAgentNotReadyState", "A state of an agent", Topics.TEAM),
    TEAM_READY(Kind.TEAM, "SetTeamAgentReadyState", "A state of an agent", Topics.TEAM),
    TEAM_LOGOUT(Kind.TEAM, "SetTeamAgentLogout", "A logout of an agent", Topics.TEAM, "SetTeamAgentLogoutState"),
    API_ERROR(Kind.BROADCAST, "SetAPIError", "An error", List.of("Error")),
    STATE_SYNC(Kind.SYNC, "StateSync", "A synchronization", List.of("Agent", "App", "InboundCall", "OutboundCall")),
    SUBSCRIBE(Kind.SUBSCRIBE, "Subscribe", "A subscription", List.of(Verb.BUS));

    /** What comes of a verb. */
    public enum Kind {
        /** Agent and extension of the sender. */
        SIGN_IN,
        /** The answer LoginSuccess. */
        LOGIN,
        /** Commands of the agent, from what the agent knows. */
        OWN,
        /** Commands of a supervisor for an agent of the team. */
        TEAM,
        /** The same envelope for all sockets of the agent. */
        BROADCAST,
        /** The envelopes of a sign-in once more. */
        SYNC,
        /** The topics of the connection. */
        SUBSCRIBE
    }

    /** Topics that several verbs have. */
    private static final class Topics {
        private static final List<String> AGENT = List.of("Agent");
        private static final List<String> CALLS = List.of("InboundCall", "OutboundCall");
        private static final List<String> ABOUT_CALLS = List.of("Agent", "InboundCall", "OutboundCall");
        private static final List<String> TEAM = List.of("Team", "Agent");
    }

    /** The topic of verbs about the connection itself, on every channel. */
    public static final String BUS = "Bus";
    private static final Map<String, Verb> BY_SPELLING = spellings();

    private final Kind kind;
    private final String subtopic;
    private final String noun;
    private final List<String> topics;
    private final List<String> aliases;

    Verb(Kind kind, String subtopic, String noun, List<String> topics, String... aliases) {
        this.kind = kind;
        this.subtopic = subtopic;
        this.noun = noun;
        this.topics = topics;
        this.aliases = List.of(aliases);
    }

    private static Map<String, Verb> spellings() {
        Map<String, Verb> all = new HashMap<>();
        for (Verb verb : values()) {
            Stream.concat(Stream.of(verb.subtopic), verb.aliases.stream()).map(Verb::folded).forEach(spelling -> all.put(spelling, verb));
        }
        return Map.copyOf(all);
    }

    public static Optional<Verb> of(String subtopic) {
        return Optional.ofNullable(BY_SPELLING.get(folded(subtopic)));
    }

    private static String folded(String text) {
        return StrictJson.trimmed(text).toUpperCase(Locale.ROOT).replaceAll("[\\p{Z}\\s]", "_");
    }

    public Kind kind() {
        return kind;
    }

    /** As the documents print it. */
    public String subtopic() {
        return subtopic;
    }

    public List<String> aliases() {
        return aliases;
    }

    /** Begins a sentence about the verb. */
    public String noun() {
        return noun;
    }

    /** Whether the verb comes on this topic, in any case and with blanks around it. */
    public boolean isOn(String topic) {
        return topics.stream().anyMatch(StrictJson.trimmed(topic)::equalsIgnoreCase);
    }

    public List<String> topics() {
        return topics;
    }

    public static List<String> subtopics() {
        return Arrays.stream(values()).map(Verb::subtopic).toList();
    }
}
